/** What the library calls files that are played, not read. */
export const isPackage = (mediaType: string) => /^application\/x\.(scorm|h5p|html5)\+zip$/.test(mediaType);

/** Where one is played; from a lesson the way leads back there. */
export const playerOf = (material: string, lesson?: string, file?: string) =>
  `/thu-vien/${material}/mo${query({ bai: lesson, tep: file })}`;

function query(asked: Record<string, string | undefined>): string {
  const told = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined);
  return told.length === 0 ? '' : `?${new URLSearchParams(told).toString()}`;
}
