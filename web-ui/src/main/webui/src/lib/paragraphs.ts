const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What was typed line by line, as paragraphs of rich text. */
export function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

/** Back to lines, for typing on. */
export function linesOf(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<br\s*\/?>/g, '\n'), 'text/html');
  const parts = [...page.body.children];
  return (parts.length > 0 ? parts.map((part) => part.textContent) : [page.body.textContent]).join('\n');
}
