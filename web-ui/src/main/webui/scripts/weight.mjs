import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a pupil's phone loads before it can show a page: the HTML, and every script and style that the page's parts
 * import, each as it travels. Reads SvelteKit's manifest, so it counts what is really asked for, and the compressed
 * files that the server sends: brotli where a browser takes it (https, or the machine itself), gzip over plain http.
 */
const BUILD = 'build';
const LIMITS = { all: 100 * 1024, script: 50 * 1024 };
const LANDING = 'src/features/landing/Landing.svelte';
const HOME = 'src/features/student-home/StudentHome.svelte';
const TAKING = 'src/features/sitting/taking/Taking.svelte';
const KEEPING = 'src/features/sitting/queue/index.ts';
const EXAM = '/(exam)/lam-bai/[assignment]';
const PAGES = [
  { name: '/ (signed out)', parts: [LANDING] },
  { name: '/ (pupil)', parts: [HOME] },
  { name: '/lam-bai/x', route: EXAM },
  { name: '/lam-bai/x, begun', route: EXAM, parts: [TAKING, KEEPING], later: true },
  { name: '/bai/x', route: '/(in)/bai/[lesson]' },
  { name: '/mon-hoc/x', route: '/(in)/mon-hoc/[course]', parts: ['src/features/learning/MyCourse.svelte'] },
  { name: '/nang-luc-so', route: '/(in)/nang-luc-so' },
  { name: '/tien-bo', route: '/(in)/tien-bo' },
  { name: '/ket-qua', route: '/(in)/ket-qua' },
  { name: '/ket-qua/x', route: '/(in)/ket-qua/[sitting]' },
  { name: '/thu-vien', route: '/(in)/thu-vien' },
  {
    name: '/thu-vien/x',
    route: '/(in)/thu-vien/[material]',
    parts: ['src/features/library/read/BookReader.svelte'],
  },
  { name: '/thu-vien/tu-sach', route: '/(in)/thu-vien/tu-sach' },
];

const manifest = JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'));
const app = readFileSync('.svelte-kit/generated/client-optimized/app.js', 'utf8');
const dictionary = JSON.parse(
  /export const dictionary = (\{[\s\S]*?\});/.exec(app)[1].replace(/,(\s*})/g, '$1'),
);

/** A route's layouts and page, as the numbered nodes of SvelteKit. */
function nodesOf(route) {
  const [page, layouts = []] = dictionary[route] ?? [];
  return [0, ...layouts, page < 0 ? ~page : page].map(
    (n) => `.svelte-kit/generated/client-optimized/nodes/${n}.js`,
  );
}

function filesOf(keys) {
  const files = new Set();
  const seen = new Set();
  const add = (key) => {
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) add(next);
  };
  keys.forEach(add);
  return [...files];
}

function weigh(files, form) {
  const sent = (file) => (existsSync(file + form) ? file + form : file);
  return files.reduce((sum, file) => sum + statSync(sent(join(BUILD, file))).size, 0);
}

const start = ['entry/start', 'entry/app'].flatMap((name) =>
  Object.keys(manifest).filter((key) => manifest[key].name === name),
);
const begin = readdirSync(join(BUILD, '_app/immutable')).filter((name) => /^start-.*\.js$/.test(name));
const scriptsOfPage = ['before.js', ...begin.map((name) => `_app/immutable/${name}`)];

const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(6);
console.log('| page | files | brotli: all | script | gzip: all | script | |');
console.log('|---|--:|--:|--:|--:|--:|---|');
let over = false;
for (const page of PAGES) {
  const files = filesOf([...start, ...nodesOf(page.route ?? '/'), ...(page.parts ?? [])]);
  const scripts = [...scriptsOfPage, ...files.filter((file) => file.endsWith('.js'))];
  const all = ['index.html', ...scripts, ...files.filter((file) => !file.endsWith('.js'))];
  const [br, gz] = ['.br', '.gz'].map((form) => ({ all: weigh(all, form), script: weigh(scripts, form) }));
  const heavy = (one) => one.script > LIMITS.script || one.all > LIMITS.all;
  const bad = !page.later && heavy(br);
  over ||= bad;
  const said = page.later
    ? 'comes while the first look shows'
    : bad
      ? 'TOO HEAVY'
      : heavy(gz)
        ? 'ok with brotli'
        : 'ok';
  console.log(
    `| ${page.name.padEnd(18)} | ${all.length} | ${kb(br.all)} | ${kb(br.script)} | ${kb(gz.all)} | ${kb(gz.script)} | ${said} |`,
  );
}
process.exit(over ? 1 : 0);
