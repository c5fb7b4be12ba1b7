import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { englishApart } from './scripts/english-apart.js';

/** While developing, everything that is not a page comes from a running Lớp Mở. */
const target = process.env['LOPMO_URL'] ?? 'http://127.0.0.1:8080';
const through = { target, changeOrigin: false, xfwd: true };

export default defineConfig({
  plugins: [englishApart(), sveltekit()],
  build: {
    target: 'es2022',
    cssMinify: true,
    rolldownOptions: {
      output: {
        // What every page carries, in one piece: it compresses better, and a slow line asks once.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(svelte|@sveltejs\/kit|esm-env|devalue|clsx)\/|src\/lib\/(http|words|format|resource|signed-out|online|session)|src\/ui\/(Icon\.|icons\.|drawings|Button|Badge|Banner|Failed|Board|Skeleton|Progress|MathHtml|words|EmptyState|Bands)/,
            },
            {
              name: 'shell',
              test: /src\/ui\/(Shell|nav\.|Avatar|Logo|Name\.|UndoStrip|Notebook|CourseRow|course-words)|src\/lib\/undo/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': through, '/login': through, '/logout': through, '/auth': through },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
  },
});
