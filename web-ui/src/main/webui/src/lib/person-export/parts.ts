import { get } from '$lib/http';

/** One of the person's own files; its bytes are fetched apart. */
export interface HeldFile {
  id: string;
  table: string;
  name: string;
  mediaType: string;
  size: number;
  /** Its place in the copy. */
  path: string;
}

export interface Part {
  service: string;
  madeAt: string;
  held: Record<string, Record<string, unknown>[]>;
  touched: Record<string, number>;
  /** None in copies that were gathered before files came with them. */
  files?: HeldFile[];
}

/** What people call a service's tables, columns and values; see PersonWords of the platform. */
export type Words = Record<string, string>;

/** A service's part with its words, and where the service is asked for files. */
export interface Told {
  part: Part;
  words: Words;
  base: string;
}

/** The services that each answer for what they hold themselves. */
const SERVICES = ['lms', 'content', 'assessment'] as const;

/** Fetches each service's part of an export; refuses while one is not gathered yet. */
export const partsOf = (id: string, signal?: AbortSignal): Promise<Told[]> =>
  Promise.all(
    SERVICES.map(async (service) => {
      const all = `/api/${service}/person-exports`;
      const [part, words] = await Promise.all([
        get<Part>(`${all}/${id}`, { signal }),
        get<Words>(`${all}/words`, { signal }),
      ]);
      return { part, words, base: `${all}/${id}/files` };
    }),
  );
