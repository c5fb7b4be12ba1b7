import { post, Problem, sentenceOf } from './http';

/**
 * What somebody said in a discussion or asked his teacher, and the school has not got yet. It lies on the device under
 * his name from the moment he says it, with a number of its own: sent again and again it is said once.
 */
export interface Said {
  key: string;
  /** The discussion or the lesson that it belongs to. */
  place: string;
  address: string;
  body: Readonly<Record<string, unknown>>;
  /** As it was typed. */
  text: string;
  at: string;
  /** Why the school does not take it; it stays to be read, and is not sent any more. */
  refused?: string;
  /** What went wrong the last time; it is tried again. */
  failed?: string;
}

const SAID = 'lopmo.said.';
const keyOf = (person: string, key: string) => `${SAID}${person}.${key}`;

function read(key: string): Said | undefined {
  try {
    const said = JSON.parse(localStorage.getItem(key) ?? 'null') as Said | null;
    return typeof said?.address === 'string' && typeof said.text === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

/** False if the device keeps nothing. */
export function keepSaid(person: string, said: Said): boolean {
  try {
    localStorage.setItem(keyOf(person, said.key), JSON.stringify(said));
    return true;
  } catch {
    return false;
  }
}

export function dropSaid(person: string, key: string): void {
  try {
    localStorage.removeItem(keyOf(person, key));
  } catch {
    // Nothing was kept.
  }
}

/** In the order in which it was said. */
export function allSaid(person: string): Said[] {
  let keys: string[];
  try {
    keys = Object.keys(localStorage).filter((key) => key.startsWith(`${SAID}${person}.`));
  } catch {
    return [];
  }
  return keys
    .map(read)
    .filter((said) => said !== undefined)
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** What somebody is still writing, by person and place; not said yet, so nothing is sent. */
const DRAFT = 'lopmo.saying.';

export function draftAt(person: string, place: string): string | undefined {
  try {
    return localStorage.getItem(`${DRAFT}${person}.${place}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Nothing written is nothing kept. */
export function keepDraft(person: string, place: string, text: string): void {
  try {
    if (text.trim() === '') localStorage.removeItem(`${DRAFT}${person}.${place}`);
    else localStorage.setItem(`${DRAFT}${person}.${place}`, text);
  } catch {
    // A full or forbidden store: the page itself still holds the words.
  }
}

/** The school has read it and will not take it: no use in sending it again. */
export const isRefusal = (thrown: unknown): thrown is Problem =>
  thrown instanceof Problem && [400, 403, 404, 409, 413, 422].includes(thrown.status);

/** Nothing else would go either: no network, signed out, too much at once, or the school is shut for a moment. */
const stopsAll = (thrown: unknown) => !(thrown instanceof Problem) || [401, 429, 503].includes(thrown.status);

const running = new Map<string, Promise<boolean>>();

/**
 * Sends what waits of one person; true if something went. What the network swallows waits on; what goes wrong by
 * itself holds nothing else up. Two pages that ask at once share one round.
 */
export function sendSaid(person: string): Promise<boolean> {
  const round = running.get(person) ?? sendAll(person).finally(() => running.delete(person));
  running.set(person, round);
  return round;
}

async function sendAll(person: string): Promise<boolean> {
  let sent = false;
  for (const said of allSaid(person).filter((one) => one.refused === undefined)) {
    // Dropped, or sent from its own page, since the round began.
    if (!isKept(person, said.key)) continue;
    try {
      await post(said.address, said.body);
      dropSaid(person, said.key);
      sent = true;
    } catch (thrown) {
      if (stopsAll(thrown)) return sent;
      if (isKept(person, said.key)) keepSaid(person, { ...said, ...whatIsSaidOf(thrown) });
    }
  }
  return sent;
}

const isKept = (person: string, key: string) => read(keyOf(person, key)) !== undefined;

const whatIsSaidOf = (thrown: unknown): Pick<Said, 'refused' | 'failed'> =>
  isRefusal(thrown) ? { refused: thrown.title } : { failed: sentenceOf(thrown) };
