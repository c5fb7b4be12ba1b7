import { brotliCompressSync, gzipSync } from 'node:zlib';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const OUT = 'build-player';

/** The frame of H5P's own scripts is asked for by address; and all texts lie there compressed, as the app's do. */
function finish(): Plugin {
  return {
    name: 'lopmo-player-files',
    apply: 'build',
    closeBundle() {
      const h5p = 'node_modules/h5p-standalone/dist';
      for (const part of ['frame.bundle.js', 'styles', 'fonts', 'images']) {
        cpSync(join(h5p, part), join(OUT, 'h5p', part), { recursive: true });
      }
      for (const file of readdirSync(OUT, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(file)) continue;
        const content = readFileSync(join(OUT, file));
        writeFileSync(join(OUT, `${file}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(OUT, `${file}.br`), brotliCompressSync(content));
      }
    },
  };
}

/** The page that frames an interactive package on the content origin, apart from the app. */
export default defineConfig({
  root: 'src/player',
  base: './',
  publicDir: false,
  plugins: [finish()],
  build: {
    outDir: `../../${OUT}`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/player/player.html' },
  },
});
