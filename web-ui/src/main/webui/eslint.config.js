import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { readdirSync } from 'node:fs';

/** Imports go one way: ui and lib, then features, then routes; a feature never imports another. */
const away = (group, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});
const features = readdirSync(new URL('src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export default ts.config(
  { ignores: ['build/', 'build-player/', '.svelte-kit/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/require-each-key': 'error',
      // Sets and maps here are replaced, never changed, or are no state at all.
      'svelte/prefer-svelte-reactivity': 'off',
      'max-lines': ['error', { max: 320 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='createQuery'][arguments.length<2]",
          message: 'there is no client in the context: createQuery(() => …, () => queryClient)',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    // A component carries its styles.
    files: ['**/*.svelte'],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['src/ui/**', 'src/lib/**', 'src/api/**'],
    rules: away(['$features/*', '**/features/*', '**/routes/*'], 'ui and lib know no feature and no route'),
  },
  ...features.map((name) => ({
    files: [`src/features/${name}/**`],
    rules: away(
      [
        '**/routes/*',
        ...features
          .filter((other) => other !== name)
          .flatMap((other) => [
            `$features/${other}`,
            `$features/${other}/*`,
            `../${other}/*`,
            `../../${other}/*`,
          ]),
      ],
      'a feature never imports another, nor a route: lift what is shared into ui or lib',
    ),
  })),
);
