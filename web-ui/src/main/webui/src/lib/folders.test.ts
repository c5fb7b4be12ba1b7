import { describe, expect, it } from 'vitest';
import { dropped, isHidden } from './folders';

const file = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (give: (one: File) => void) => give(new File(['x'], name)),
});

const folder = (name: string, inside: object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const rest = [...inside];
    return { readEntries: (give: (some: object[]) => void) => give(rest.splice(0, 2)) };
  },
});

const data = (...entries: object[]) =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files: [],
  }) as unknown as DataTransfer;

describe('what is dropped', () => {
  it('is taken with all folders inside, however many there are', async () => {
    const inner = folder('chuong 2', [file('d.pdf')]);
    const files = await dropped(
      data(folder('toan 6', [file('a.docx'), file('b.docx'), file('c.docx'), inner]), file('e.mp4')),
    );

    expect(files.map((one) => one.name)).toEqual(['a.docx', 'b.docx', 'c.docx', 'd.pdf', 'e.mp4']);
  });

  it('leaves out what systems leave behind', async () => {
    const files = await dropped(data(folder('x', [file('.DS_Store'), file('~$a.docx'), file('a.docx')])));

    expect(files.map((one) => one.name)).toEqual(['a.docx']);
    expect(isHidden('Thumbs.db')).toBe(true);
  });
});
