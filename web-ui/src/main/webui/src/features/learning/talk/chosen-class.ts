import type { Talk } from '$api/types';

/**
 * The class that a teacher last talked to in a lesson. Without a network nothing else says which of his classes hears
 * him; a pupil has one.
 */
export interface ChosenClass {
  id: string;
  name: string;
}

const keyOf = (person: string, lesson: string) => `lopmo.talk-class.${person}.${lesson}`;

export function chosenClass(person: string, lesson: string): ChosenClass | undefined {
  try {
    const kept = JSON.parse(
      localStorage.getItem(keyOf(person, lesson)) ?? 'null',
    ) as Partial<ChosenClass> | null;
    return typeof kept?.id === 'string' && typeof kept.name === 'string'
      ? { id: kept.id, name: kept.name }
      : undefined;
  } catch {
    return undefined;
  }
}

function keep(person: string, lesson: string, chosen: ChosenClass): void {
  try {
    localStorage.setItem(keyOf(person, lesson), JSON.stringify(chosen));
  } catch {
    // Then he is asked to wait for the network.
  }
}

/** Of a discussion that was read: his only class, or the one that he asked for; the first of several was no choice. */
export function keepChosen(
  person: string,
  lesson: string,
  talk: Pick<Talk, 'classId' | 'classes' | 'mayModerate'>,
  asked: string | undefined,
): void {
  const shown = talk.classes.find((one) => one.id === talk.classId);
  if (talk.mayModerate && shown && (talk.classes.length === 1 || asked === shown.id)) {
    keep(person, lesson, { id: shown.id, name: shown.name });
  }
}
