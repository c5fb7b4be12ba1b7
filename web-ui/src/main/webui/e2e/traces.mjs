import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Looks through the whole box for words, with infra/bench/Traces.java. */

/** What of these words stands where in the box: `{ where, word, times }`, the word as its place in the list. */
export async function traces(...words) {
  const root = process.env.LOPMO_ROOT;
  const libraries = readFileSync(join(root, 'infra/onebox/target/classpath.txt'), 'utf8').trim();
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const rig = join(root, 'infra/bench/Traces.java');
  const options = [
    '-Xmx300m',
    '-Dfile.encoding=UTF-8',
    '-Dstdout.encoding=UTF-8',
    '-Dsun.jnu.encoding=UTF-8',
  ];
  const { stdout } = await promisify(execFile)(
    java,
    [...options, '-cp', libraries, rig, '--data', process.env.LOPMO_DATA, ...words],
    { maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([where, word, times]) => ({ where, word: Number(word) - 1, times: Number(times) }));
}

export const said = ({ where, word, times }) => `${where}, word ${word}: ${times}`;
