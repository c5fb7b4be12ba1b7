import { Problem } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import * as api from '../api';
import type { AnswerQueue } from '../queue/queue';

interface Ends {
  /** Still to be handed in? */
  waits(): boolean;
  /** True if the work goes on after all. */
  goesOn(): Promise<boolean>;
  handed(at: string): Promise<void>;
}

/** First every answer, then the hand-in itself; as often as it takes. */
export async function handOver(queue: AnswerQueue, ends: Ends): Promise<void> {
  await queue.drain();
  let seq = queue.lastSeq;
  for (let failures = 1; ends.waits(); failures++) {
    if (await ends.goesOn()) return;
    try {
      const { handedInAt } = await api.handIn(queue.sittingId, seq);
      return await ends.handed(handedInAt);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 409) {
        const again = await api.reopen(queue.sittingId).catch(() => undefined);
        if (again?.handedInAt) return await ends.handed(again.handedInAt);
        if (again && thrown.slug === 'sitting-closed') return await ends.handed(again.closesAt);
        if (again) seq = again.seq;
      }
      await pause(thrown, failures);
    }
  }
}

async function pause(thrown: unknown, failures: number): Promise<void> {
  if (thrown instanceof Problem && thrown.status === 401) return signIn.back();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.min(20_000, 1000 * 2 ** failures));
    addEventListener('online', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
