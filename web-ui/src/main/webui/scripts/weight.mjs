import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What a pupil's phone loads before it can show a page: the HTML, and every script and style the page's parts
 * import, gzipped one by one as they travel. Reads SvelteKit's manifest, so it counts what is really asked for.
 */
const OUT = '.svelte-kit/output/client';
const LIMITS = { all: 100 * 1024, script: 50 * 1024 };
const PAGES = [
  { name: '/ (signed out)', parts: ['src/routes/+layout', '(root)', 'src/features/landing/Landing.svelte'] },
  {
    name: '/ (pupil)',
    parts: ['src/routes/+layout', '(root)', 'src/features/student-home/StudentHome.svelte'],
  },
  { name: '/lam-bai/x', route: '/(exam)/lam-bai/[assignment]' },
  { name: '/bai/x', route: '/(in)/bai/[lesson]' },
  { name: '/mon-hoc/x', route: '/(in)/mon-hoc/[course]' },
  { name: '/nang-luc-so', route: '/(in)/nang-luc-so' },
  { name: '/ket-qua/x', route: '/(in)/ket-qua/[sitting]' },
];

const manifest = JSON.parse(readFileSync(join(OUT, '.vite/manifest.json'), 'utf8'));
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
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) add(next);
  };
  keys.forEach(add);
  return [...files];
}

const keyOf = (end) => Object.keys(manifest).find((key) => key.endsWith(end));
const start = ['entry/start', 'entry/app'].flatMap((name) =>
  Object.keys(manifest).filter((key) => manifest[key].name === name),
);
const html =
  gzipSync(readFileSync('build/index.html')).length + gzipSync(readFileSync('build/before.js')).length;
const begin = readdirSync('build/_app/immutable').filter((name) => name.startsWith('start-'));
const fixed =
  html + begin.reduce((sum, name) => sum + gzipSync(readFileSync(`build/_app/immutable/${name}`)).length, 0);
let over = false;
for (const page of PAGES) {
  const nodes = nodesOf(page.route ?? '/');
  const features = (page.parts ?? []).filter((part) => part.endsWith('.svelte')).map(keyOf);
  const files = filesOf([...start, ...nodes, ...features.filter(Boolean)]);
  const weigh = (list) => list.reduce((sum, file) => sum + gzipSync(readFileSync(join(OUT, file))).length, 0);
  const script = weigh(files.filter((file) => file.endsWith('.js')));
  const all = fixed + weigh(files);
  const bad = script > LIMITS.script || all > LIMITS.all;
  over ||= bad;
  console.log(
    `${bad ? 'TOO HEAVY' : 'ok       '} ${page.name.padEnd(16)} ${(all / 1024).toFixed(1)} KB, script ${(script / 1024).toFixed(1)} KB, ${files.length} files`,
  );
}
process.exit(over ? 1 : 0);
