import type { MaterialFile } from '$api/types';

/** Fetches the readers of some files, so that they open without a network on a device that never opened one. */
export async function partsFor(files: readonly MaterialFile[]): Promise<void> {
  const kinds = new Set(files.map((file) => file.mediaType.split('/')[0]));
  const sheets = files.some(
    (file) => file.mediaType === 'application/pdf' || file.renditions.includes('PREVIEW_PDF'),
  );
  await Promise.all([
    kinds.has('image') && import('./Picture.svelte'),
    (kinds.has('video') || kinds.has('audio')) && import('./Film.svelte'),
    sheets && import('./Sheets.svelte'),
    sheets && import('pdfjs-dist'),
    // the reader's worker is fetched by its address
    sheets && import('pdfjs-dist/build/pdf.worker.min.mjs?url').then((worker) => fetch(worker.default)),
    files.some((file) => file.pages) && import('./BookReader.svelte'),
  ]);
}
