/** The words of rich text, for a list or an outline. Formulas count as what they were typed as. */
export function plainOf(html: string, limit = 120): string {
  const text = html
    .replace(/<span class="math" data-latex="([^"]*)">[\s\S]*?<\/math><\/span>/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > limit ? `${text.slice(0, limit).trimEnd()}…` : text;
}

/** Whether nothing is written: no words, no picture, no formula. */
export function isBlank(html: string | null | undefined): boolean {
  return html === null || html === undefined || (!/<img|<math|<hr/.test(html) && plainOf(html) === '');
}

/** The text somebody typed in a plain field, as rich text. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
