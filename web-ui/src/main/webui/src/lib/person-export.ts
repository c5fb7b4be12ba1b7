import { get } from './http';
import { zip } from './zip';

export interface Part {
  service: string;
  madeAt: string;
  held: Record<string, Record<string, unknown>[]>;
  touched: Record<string, number>;
}

/** The services that each answer for what they hold themselves. */
const SERVICES = ['lms', 'content', 'assessment'] as const;

/** Fetches each service's part of an export; refuses while one is not gathered yet. */
export const partsOf = (id: string) =>
  Promise.all(SERVICES.map((service) => get<Part>(`/api/${service}/person-exports/${id}`)));

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const shown = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function table(name: string, rows: readonly Record<string, unknown>[]): string {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = heads.map((one) => `<th scope="col">${escape(one)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${heads.map((one) => `<td>${escape(shown(row[one]))}</td>`).join('')}</tr>`)
    .join('');
  return `<h3>${escape(name)} (${rows.length})</h3><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** All parts as one page that can be read without any program. */
export function readable(title: string, parts: readonly Part[]): string {
  const body = parts
    .map(
      (part) =>
        `<h2>${escape(part.service)}</h2>${Object.entries(part.held)
          .map(([name, rows]) => table(name, rows))
          .join('')}<h3>+</h3><ul>${Object.entries(part.touched)
          .map(([name, count]) => `<li>${escape(name)}: ${count}</li>`)
          .join('')}</ul>`,
    )
    .join('');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escape(title)}</title><style>body{font:16px/1.6 system-ui;margin:2rem}table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}</style><h1>${escape(title)}</h1>${body}</html>`;
}

/** Puts the parts into one .zip and hands it to the browser: JSON for programs, a page for people. */
export async function download(id: string, title: string): Promise<void> {
  const parts = await partsOf(id);
  const files = parts.map((part) => ({ name: `${part.service}.json`, text: JSON.stringify(part, null, 2) }));
  const blob = zip([...files, { name: 'doc-duoc.html', text: readable(title, parts) }]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'du-lieu-ca-nhan.zip';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
