import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** While developing, everything that is not a page comes from a running Lớp Mở. */
const target = process.env['LOPMO_URL'] ?? 'http://127.0.0.1:8080';
const through = { target, changeOrigin: false, xfwd: true };

export default defineConfig({
  plugins: [sveltekit()],
  build: { target: 'es2022', cssMinify: true },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': through, '/login': through, '/logout': through, '/auth': through },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
  },
});
