import type { PDFDocumentProxy, TextLayer } from 'pdfjs-dist';

/** An opened PDF, and what lays its words over a drawn page. */
export interface Pdf {
  book: PDFDocumentProxy;
  Letters: typeof TextLayer;
}

/**
 * What draws a PDF weighs more than everything else of a page: it comes when one is opened. Of the file comes only what
 * is looked at, where the server gives it in stretches. Scripts in a PDF never run.
 */
export async function openPdf(url: string): Promise<Pdf> {
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  const asked = pdf.getDocument({
    url,
    isEvalSupported: false,
    rangeChunkSize: 131_072,
    disableStream: true,
    disableAutoFetch: true,
  });
  return { book: await asked.promise, Letters: pdf.TextLayer };
}
