import { columnName, saysNothing, shown } from './shown';
import type { HeldFile, Told } from './parts';

const TITLES: Record<string, string> = {
  'lms-core': 'Trường, lớp, bài học',
  'content-repo': 'Thư viện',
  assessment: 'Kiểm tra',
};

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** The address of a file in the copy, for a page that lies beside its folder. */
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function linked(file: HeldFile | undefined, gone: readonly string[]): string {
  if (!file) return '';
  return gone.includes(file.path)
    ? `${escape(file.name)} (không còn trong kho)`
    : `<a href="${escape(address(file.path))}">${escape(file.name)}</a>`;
}

function table(
  { part, words }: Told,
  name: string,
  rows: readonly Record<string, unknown>[],
  gone: readonly string[],
): string {
  const files = (part.files ?? []).filter((one) => one.table === name);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => !rows.every((row) => saysNothing(row[column])),
  );
  const title = `<h3>${escape(words[name] ?? name)} (${rows.length})</h3>`;
  if (columns.length === 0) return `${title}<p>Chỉ có mã số, xem trong tệp .json.</p>`;
  const heads = [
    ...(files.length > 0 ? ['Mở tệp'] : []),
    ...columns.map((one) => columnName(words, name, one)),
  ];
  const head = heads.map((one) => `<th scope="col">${escape(one)}</th>`).join('');
  const body = rows
    .map((row) => {
      const file = files.find((one) => one.id === row['id']);
      const first = files.length > 0 ? `<td>${linked(file, gone)}</td>` : '';
      const cells = columns.map((one) => {
        const value = row[one];
        return `<td>${escape(saysNothing(value) ? '–' : shown(words, name, one, value))}</td>`;
      });
      return `<tr>${first}${cells.join('')}</tr>`;
    })
    .join('');
  return `${title}<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** What he only made or touched, and that may be about others: how often, not what. */
function touched({ part, words }: Told): string {
  const lines = Object.entries(part.touched).map(([name, count]) => {
    const [inTable = name, column = ''] = name.split('.');
    const what = `${words[inTable] ?? inTable}, ${columnName(words, inTable, column).toLocaleLowerCase('vi')}`;
    return `<li>${escape(what)}: ${count}</li>`;
  });
  return lines.length === 0 ? '' : `<h3>Có tên ở chỗ khác (chỉ đếm)</h3><ul>${lines.join('')}</ul>`;
}

const STYLE =
  'body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:75rem}' +
  '.wide{overflow-x:auto}table{border-collapse:collapse}' +
  'td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;white-space:pre-line}' +
  'th{background:#f2f2f2}td{max-width:32rem;overflow-wrap:anywhere}@media print{.wide{overflow:visible}}';

/** All parts as one page that can be read without any program. */
export function readable(title: string, all: readonly Told[], gone: readonly string[]): string {
  const body = all
    .map((told) => {
      const tables = Object.entries(told.part.held).map(([name, rows]) => table(told, name, rows, gone));
      const held = tables.length === 0 ? '<p>Không giữ gì.</p>' : tables.join('');
      return `<h2>${escape(TITLES[told.part.service] ?? told.part.service)}</h2>${held}${touched(told)}`;
    })
    .join('');
  const lead =
    '<p>Mọi điều hệ thống của trường giữ về người này. Mã số và chi tiết cho máy đọc nằm trong các tệp .json; ' +
    'tệp đã nộp nằm trong thư mục “tep”.</p>';
  const missing =
    gone.length === 0
      ? ''
      : `<h2>Tệp không còn trong kho</h2><ul>${gone.map((path) => `<li>${escape(path)}</li>`).join('')}</ul>`;
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(title)}</title><style>${STYLE}</style></head>` +
    `<body><h1>${escape(title)}</h1>${lead}${missing}${body}</body></html>`
  );
}
