import * as api from '../api';
import type { Answer, BeatAnswer, MyAssignment, Opening } from '$api/types';
import { missing, type Place } from '../items/answers';
import type { QueueStatus } from '../queue/queue';
import { ServerClock } from './clock.svelte';
import type { Door } from './doors';

export type Phase =
  'loading' | 'failed' | 'start' | 'door' | 'elsewhere' | 'taking' | 'moved' | 'handing' | 'handed';

/** What the page shows of one learner's work on one paper. */
export class ExamState {
  phase = $state<Phase>('loading');
  failure = $state<string | undefined>();
  busy = $state(false);
  door = $state.raw<Door | undefined>();
  assignment = $state.raw<MyAssignment | undefined>();
  opening = $state.raw<Opening | undefined>();
  answers = $state.raw<Record<string, Answer | null | undefined>>({});
  flags = $state.raw<readonly string[]>([]);
  status = $state.raw<QueueStatus>({ state: 'saved', waiting: new Set(), savedAt: null, held: 0 });
  /** Typed, and not yet written anywhere. */
  typing = $state.raw<ReadonlySet<string>>(new Set());
  refused = $state.raw<{ slot: string; why: string } | undefined>();
  message = $state.raw<BeatAnswer['message']>(null);
  handedInAt = $state<string | undefined>();
  /** Somebody else handed it in. */
  collected = $state(false);
  timeUp = $state(false);
  durable = $state(true);
  readonly clock = new ServerClock();

  readonly places = $derived.by<Place[]>(() =>
    (this.opening?.parts ?? []).flatMap((part) =>
      part.items.map((shown) => ({ shown, part: part.title, key: `cau-${shown.slot}` })),
    ),
  );
  readonly open = $derived(
    this.places.flatMap((place) => {
      const why = missing(place.shown, this.answers[place.shown.slot]);
      return why === undefined ? [] : [{ place, why }];
    }),
  );
  readonly late = $derived(this.status.state === 'closed' || this.status.held > 0);

  constructor(
    readonly assignmentId: string,
    readonly personId: string,
  ) {}

  /** What the school says of this paper and this learner now. */
  async lookUp(): Promise<void> {
    this.assignment = (await api.mine()).find((one) => one.id === this.assignmentId);
  }
}
