import type { RoomPicture, Seat } from '$api/room';

/** Rooms for the tests. */

export const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 1, minute)).toISOString();
export const ms = (minute: number) => Date.parse(at(minute));

export const aSeat = (more: Partial<Seat> = {}): Seat => ({
  learnerId: 'a',
  sittingId: 's',
  attempt: 1,
  state: 'TAKING',
  startedAt: at(0),
  closesAt: at(45),
  pausedAt: null,
  handedInAt: null,
  handedInBy: null,
  extraMinutes: 0,
  seenAt: at(10),
  online: true,
  pending: 0,
  saved: 3,
  answered: 3,
  slotNumber: 4,
  address: null,
  device: null,
  signs: { left: 0, awaySeconds: 0, pasted: 0, devices: 1, late: 0 },
  lastSign: null,
  held: 0,
  ...more,
});

export const aRoom = (rows: Seat[], more: Partial<RoomPicture> = {}): RoomPicture => ({
  assignmentId: 'r',
  title: 'Giữa kì',
  serverNow: at(10),
  opensAt: at(0),
  closesAt: at(60),
  minutes: 45,
  pausedAt: null,
  mode: 'EXAM',
  oneDevice: false,
  passcode: null,
  counts: { expected: 0, taking: 0, paused: 0, away: 0, handedIn: 0, notStarted: 0, missed: 0, moved: 0 },
  rows,
  message: null,
  invigilators: [],
  ...more,
});
