import { ours, understood, Unreachable } from './http';

export interface UploadOptions {
  /** From 0 to 1, what has left this device. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Other parts of the form. */
  parts?: Record<string, string | File>;
  /** What the form calls the file. */
  as?: string;
}

/** Sends one file as `file`, or as it is told. By XMLHttpRequest, because fetch cannot say how far an upload has come. */
export function upload<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(ours())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(understood<T>(request.status, request.responseText));
      } catch (problem) {
        reject(problem);
      }
    };
    request.onerror = () => reject(new Unreachable(undefined));
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    for (const [name, value] of Object.entries(options.parts ?? {})) form.append(name, value);
    form.append(options.as ?? 'file', file);
    request.send(form);
  });
}
