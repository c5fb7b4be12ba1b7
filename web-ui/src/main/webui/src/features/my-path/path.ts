import type { PathStep } from '$api/types';

export interface Trail {
  topic: string;
  /** The earliest first, at most eight. */
  steps: PathStep[];
}

const KEPT = 8;

/** One's own topics, by subject; what was worked on last stands first. Indicators have their own page. */
export function trailsOf(path: readonly PathStep[]): { subject: string; trails: Trail[] }[] {
  const latest = path.filter((one) => one.kind === 'TOPIC').sort((a, b) => b.at.localeCompare(a.at));
  const subjects = new Map<string, Map<string, PathStep[]>>();
  for (const step of latest) {
    const topics = subjects.get(step.subject) ?? new Map<string, PathStep[]>();
    subjects.set(step.subject, topics);
    topics.set(step.topic, [...(topics.get(step.topic) ?? []), step]);
  }
  return [...subjects].map(([subject, topics]) => ({
    subject,
    trails: [...topics].map(([topic, steps]) => ({ topic, steps: steps.slice(0, KEPT).reverse() })),
  }));
}

export type Way = 'up' | 'same' | 'down' | 'first';

/** The last step beside the one before it. */
export function wayOf(steps: readonly PathStep[]): Way {
  const last = steps.at(-1);
  const before = steps.at(-2);
  if (!last || !before) return 'first';
  const by = last.share - before.share;
  return by > 0.02 ? 'up' : by < -0.02 ? 'down' : 'same';
}
