import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { externalStart } from './scripts/external-start.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: externalStart(
      adapter({ pages: 'build', assets: 'build', fallback: 'index.html', precompress: true }),
    ),
    alias: { $ui: 'src/ui', $features: 'src/features', $api: 'src/api' },
  },
};
