import type { Plugin } from 'vite';

export function englishApart(): Plugin;
