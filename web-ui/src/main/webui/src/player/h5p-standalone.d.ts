declare module 'h5p-standalone' {
  /** Awaited: resolves when the content is drawn. */
  export const H5P: new (place: HTMLElement, options: Record<string, unknown>) => Promise<void>;
}
