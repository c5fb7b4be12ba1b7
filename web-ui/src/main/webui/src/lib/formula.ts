/**
 * LaTeX to the MathML that browsers show without any script. KaTeX is loaded the first time somebody writes a
 * formula; whoever only reads never loads it.
 */
export async function mathmlOf(latex: string, display = false): Promise<string> {
  const katex = await import('katex');
  const html = katex.default.renderToString(latex, {
    output: 'mathml',
    displayMode: display,
    throwOnError: true,
    strict: 'ignore',
  });
  return bare(html, display);
}

/** KaTeX wraps what it draws and writes the LaTeX beside it, which a cleaner on the server would turn into text. */
export function bare(html: string, display: boolean): string {
  const inner = /<math[^>]*>([\s\S]*)<\/math>/.exec(html)?.[1] ?? '';
  const drawn = inner.replace(/<annotation[\s\S]*?<\/annotation>/g, '').replace(/<\/?semantics>/g, '');
  return `<math${display ? ' display="block"' : ''}>${drawn}</math>`;
}

/** What is wrong with a formula, as far as it can be said in a sentence; undefined while it is fine. */
export async function faultOf(latex: string): Promise<string | undefined> {
  try {
    await mathmlOf(latex);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message.replace(/^KaTeX parse error:\s*/, '') : String(thrown);
  }
}
