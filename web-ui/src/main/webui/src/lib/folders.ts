/**
 * All files of what was dropped, folders and their folders included. To be called while the drop is handled: later the
 * browser has forgotten it.
 */
export async function dropped(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...data.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (isHidden(entry.name)) return;
  if (entry.isFile) {
    files.push(await fileOf(entry as FileSystemFileEntry));
  } else if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (let some = await read(reader); some.length > 0; some = await read(reader)) {
      for (const inside of some) await collect(inside, files);
    }
  }
}

/** What systems leave behind: `.DS_Store`, `Thumbs.db`, the lock files of office programs. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db' || name === '__MACOSX';
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** Browsers give at most a hundred at a time, and none at the end. */
const read = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
