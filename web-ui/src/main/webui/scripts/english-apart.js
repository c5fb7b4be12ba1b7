/**
 * Pupils' phones load one language. `words({ vi }, { en })` stays written in one place, where English that lacks a
 * word does not compile; the build moves the English of every module into a part of its own, which is asked for
 * only where English was chosen.
 */
export function englishApart() {
  const english = new Map();
  return {
    name: 'lopmo-english-apart',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId: (id) => (english.has(id) ? id : null),
    load: (id) => english.get(id) ?? null,
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('node_modules') || !code.includes('words(')) return null;
      const second = secondArgument(this.parse(code));
      if (second === undefined) return null;
      // Named unlike its module, lest it be taken into the same part, which would then wait for itself.
      const name = `\0english:${id.split('/src/').at(-1).replaceAll('/', '.')}`;
      english.set(name, `export default ${code.slice(second.start, second.end)};`);
      const later = `isEnglish ? (await import(${JSON.stringify(name)})).default : undefined`;
      return {
        code: `import { isEnglish } from '$lib/words';\n${code.slice(0, second.start)}${later}${code.slice(second.end)}`,
        map: null,
      };
    },
  };
}

/** Of the `words(vi, en)` that a module says at its top. */
function secondArgument(program) {
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { init } of declared.declarations) {
      if (init?.type === 'CallExpression' && init.callee.name === 'words') return init.arguments[1];
    }
  }
  return undefined;
}
