import { describe, expect, it } from 'vitest';
import { crc32, zip } from './zip';

describe('a zip made in the browser', () => {
  it('has the check sum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('holds each file as it is, and its directory at the end', async () => {
    const made = new Uint8Array(
      await zip([
        { name: 'a.json', text: '{"tên":"Ngọc"}' },
        { name: 'b.html', text: '<p>' },
      ]).arrayBuffer(),
    );
    const view = new DataView(made.buffer);
    const end = made.length - 22;

    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint16(end + 10, true)).toBe(2);
    expect(view.getUint32(view.getUint32(end + 16, true), true)).toBe(0x02014b50);
    expect(new TextDecoder().decode(made)).toContain('{"tên":"Ngọc"}');
  });

  it('takes bytes that lie with the browser, and says when they are too many', async () => {
    const bytes = new TextEncoder().encode('tiếng nói');
    const made = new Uint8Array(
      await zip([{ name: 'tep/001-a.webm', blob: new Blob([bytes]), sum: crc32(bytes) }]).arrayBuffer(),
    );

    expect(new DataView(made.buffer).getUint32(14, true)).toBe(crc32(bytes));
    expect(new TextDecoder().decode(made)).toContain('tiếng nói');
    const large = { size: 3e9 } as Blob;
    expect(() =>
      zip([
        { name: 'a', blob: large, sum: 0 },
        { name: 'b', blob: large, sum: 0 },
      ]),
    ).toThrow(RangeError);
  });
});
