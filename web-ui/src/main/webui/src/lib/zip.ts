/** A file of a .zip: its words, or bytes that lie with the browser together with their check sum. */
export type Entry = { name: string; text: string } | { name: string; blob: Blob; sum: number };

/** What the format counts to without its extension for large archives. */
const MOST_BYTES = 0xffffffff;
const MOST_FILES = 0xffff;

/**
 * Makes a .zip whose files are stored as they are: small and exact, for what a browser puts together itself.
 *
 * @throws RangeError above 4 GB or 65,535 files
 */
export function zip(files: readonly Entry[], at = new Date()): Blob {
  const encoder = new TextEncoder();
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const file of files) {
    const name = encoder.encode(file.name);
    const { content, length, sum } = 'text' in file ? inMemory(encoder.encode(file.text)) : withBrowser(file);
    const local = header(0x04034b50, name, length, sum, at);
    parts.push(local, content);
    directory.push(header(0x02014b50, name, length, sum, at, offset));
    offset += local.length + length;
  }
  const size = directory.reduce((all, one) => all + one.length, 0);
  if (offset + size > MOST_BYTES || files.length > MOST_FILES) throw new RangeError('too much for one .zip');
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, new Uint8Array(end.buffer)], { type: 'application/zip' });
}

const inMemory = (content: Uint8Array<ArrayBuffer>) => ({
  content,
  length: content.length,
  sum: crc32(content),
});

const withBrowser = ({ blob, sum }: { blob: Blob; sum: number }) => ({
  content: blob,
  length: blob.size,
  sum,
});

/** A local header, or with an offset the same entry of the directory (PKWARE APPNOTE 4.3). */
function header(
  mark: number,
  name: Uint8Array,
  size: number,
  sum: number,
  at: Date,
  offset?: number,
): Uint8Array<ArrayBuffer> {
  const central = offset !== undefined;
  const fixed = central ? 46 : 30;
  const view = new DataView(new ArrayBuffer(fixed + name.length));
  let p = 4;
  const short = (value: number) => {
    view.setUint16(p, value, true);
    p += 2;
  };
  const long = (value: number) => {
    view.setUint32(p, value >>> 0, true);
    p += 4;
  };
  view.setUint32(0, mark, true);
  if (central) short(20);
  short(20);
  short(0x0800); // names are UTF-8
  short(0);
  short((at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1));
  short(((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate());
  long(sum);
  long(size);
  long(size);
  short(name.length);
  short(0);
  if (central) {
    short(0);
    short(0);
    short(0);
    long(0);
    long(offset);
  }
  const bytes = new Uint8Array(view.buffer);
  bytes.set(name, fixed);
  return bytes;
}

/** CRC-32 of ISO 3309 of each byte alone. */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32 of ISO 3309, as zip wants it. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (SUMS[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
