import type { SignKind } from '$api/types';
import * as api from '../api';
import { signIn } from '$lib/signed-out.svelte';
import { device } from './device';
import type { Exam } from './exam.svelte';
import { Pulse } from './pulse';
import { SignBook, tidySigns } from './signs';

/** Nobody stands beside homework. */
const SLOW = 30_000;
/** To look away for a moment, at a clock or a message of the system, is no sign of anything. */
const BLINK = 1500;

function storage(): Storage | undefined {
  try {
    tidySigns(localStorage, Date.now());
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Tells the room that we are here, and in an exam what it shows the invigilator: leaving the page, copying, a lost
 * network. Homework and practice are nobody's business. Gives the way to end it.
 */
export function watch(exam: Exam, here: () => string | null): () => void {
  const id = exam.opening?.sittingId ?? '';
  const inRoom = exam.opening?.mode !== 'HOMEWORK' && exam.opening?.mode !== 'PRACTICE';
  const book = new SignBook(id, storage(), () => Date.now());
  const pulse = new Pulse(
    book,
    {
      tell: async (events, last) => {
        const asked = exam.clock.ticks();
        const now = new Date().toISOString();
        const said = { device, now, slot: here(), ...exam.progress, events };
        const answer = await api.beat(id, said, last);
        exam.hear(answer, asked);
        return answer;
      },
      heard: () => undefined,
      signedIn: () => signIn.back(),
    },
    inRoom ? undefined : SLOW,
  );
  const ends: (() => void)[] = [];
  const on = (target: EventTarget, name: string, does: () => void) => {
    target.addEventListener(name, does);
    ends.push(() => target.removeEventListener(name, does));
  };
  const note = (kind: SignKind, seconds: number | null = null) => {
    book.note(kind, seconds);
    void pulse.beat();
  };
  on(window, 'pagehide', () => pulse.leave());
  on(window, 'online', () => void pulse.beat());
  if (inRoom) listen(on, note, exam);
  pulse.start();
  return () => {
    pulse.stop();
    for (const end of ends) end();
  };
}

function listen(
  on: (target: EventTarget, name: string, does: () => void) => void,
  note: (kind: SignKind, seconds?: number | null) => void,
  exam: Exam,
): void {
  if (exam.resumed) note('RESUMED');
  away(on, note);
  on(document, 'copy', () => note('COPIED'));
  on(document, 'cut', () => note('COPIED'));
  on(document, 'paste', () => note('PASTED'));
  on(window, 'beforeprint', () => note('PRINT'));
  on(window, 'offline', () => note('OFFLINE'));
  on(window, 'online', () => note('ONLINE'));
  on(window, 'lopmo:asked', () => note('SECOND_TAB'));
  on(document, 'fullscreenchange', () => {
    if (!document.fullscreenElement) note('FULLSCREEN_LEFT');
  });
}

/** Out of sight at once; out of focus after a moment. Back, with how long it was. */
function away(
  on: (target: EventTarget, name: string, does: () => void) => void,
  note: (kind: SignKind, seconds?: number | null) => void,
): void {
  let since: number | undefined;
  let told = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    if (told) return;
    told = true;
    note('LEFT');
  };
  const look = () => {
    clearTimeout(timer);
    const here = document.visibilityState === 'visible' && document.hasFocus();
    if (here) {
      if (told && since !== undefined) note('BACK', Math.round((performance.now() - since) / 1000));
      since = undefined;
      told = false;
      return;
    }
    since ??= performance.now();
    if (document.visibilityState === 'hidden') leave();
    else timer = setTimeout(leave, BLINK);
  };
  on(document, 'visibilitychange', look);
  on(window, 'blur', look);
  on(window, 'focus', look);
}
