import type { Acked } from '$api/types';
import { signIn } from '$lib/signed-out.svelte';
import * as api from '../api';
import type { Transport } from '../queue/queue';
import type { ServerClock } from './clock.svelte';

/** The way of answers to the school; each answer of the school's brings its clock. */
export function wireOf(
  sittingId: string,
  device: string,
  clock: ServerClock,
  hear: (acked: Acked, asked: number) => void,
): Transport {
  return {
    send: async (steps) => {
      const asked = clock.ticks();
      const acked = await api.send(sittingId, device, new Date(clock.at()).toISOString(), steps);
      hear(acked, asked);
      return acked;
    },
    lastSeq: async () => (await api.reopen(sittingId)).seq,
    signedIn: () => signIn.back(),
  };
}
