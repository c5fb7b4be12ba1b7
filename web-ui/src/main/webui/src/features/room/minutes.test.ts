import type { Minutes } from '$api/room';
import { expect, it } from 'vitest';
import { entriesOf, peopleOf } from './minutes';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 1, minute)).toISOString();
const minutes: Minutes = {
  title: 'Giữa kì',
  classNames: ['8A'],
  opensAt: at(0),
  closesAt: at(60),
  startedFirstAt: at(1),
  endedLastAt: at(50),
  expected: 2,
  present: 1,
  absent: ['absent'],
  handedIn: 1,
  held: 0,
  pauses: [
    { from: at(10), to: at(14), by: 'teacher', learnerId: null },
    { from: at(48), to: null, by: 'teacher', learnerId: 'pupil' },
  ],
  extensions: [{ at: at(20), by: 'teacher', minutes: 5, learnerId: 'pupil' }],
  collected: [{ at: at(49), by: 'teacher', count: 1, learnerId: null }],
  reopened: [],
  moved: [{ at: at(12), by: 'other', learnerId: 'pupil', reason: 'Máy hỏng' }],
  needs: [{ at: at(0), by: 'teacher', learnerId: 'pupil', extraMinutes: 15, attempts: null, closesAt: null }],
  incidents: [{ at: at(11), by: 'teacher', learnerId: null, kind: 'NOTE', text: 'Mất điện.' }],
  invigilators: ['other'],
};

it('tells what happened in the order in which it happened', () => {
  expect(entriesOf(minutes).map((one) => one.kind)).toEqual([
    'granted',
    'opened',
    'paused',
    'incident',
    'moved',
    'resumed',
    'extended',
    'paused',
    'collected',
    'ended',
  ]);
});

it('asks for every name once', () => {
  expect(peopleOf(minutes)).toEqual(['absent', 'other', 'pupil', 'teacher']);
});
