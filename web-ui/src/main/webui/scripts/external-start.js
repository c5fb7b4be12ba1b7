import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * SvelteKit starts a page with a script written into the HTML. A school's server answers with
 * `script-src 'self'`, which forbids exactly that, so the script is moved into a file of its own.
 */
export function externalStart(inner) {
  return {
    name: `${inner.name}+external-start`,
    async adapt(builder) {
      await inner.adapt(builder);
      const page = 'build/index.html';
      const html = readFileSync(page, 'utf8').replace(/<script>([\s\S]*?)<\/script>/g, (_all, code) => {
        const name = `/_app/immutable/start-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`;
        write(`build${name}`, code.trim() + '\n');
        return `<script src="${name}"></script>`;
      });
      write(page, html);
    },
  };
}

/** With its compressed forms beside it, as the adapter does with all others. */
function write(path, text) {
  writeFileSync(path, text);
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(text));
}
