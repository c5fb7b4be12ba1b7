import type { Answer } from './items';

/** What the invigilator's page is told. Dates are ISO strings; the server's clock is the only one. */
export type SeatState = 'NOT_STARTED' | 'TAKING' | 'PAUSED' | 'HANDED_IN' | 'MISSED';

export type SignKind =
  | 'LEFT'
  | 'BACK'
  | 'COPIED'
  | 'PASTED'
  | 'FULLSCREEN_LEFT'
  | 'SECOND_TAB'
  | 'OFFLINE'
  | 'ONLINE'
  | 'RESUMED'
  | 'PRINT';

/** One learner of the room. */
export interface Seat {
  learnerId: string;
  sittingId: string | null;
  attempt: number | null;
  state: SeatState;
  startedAt: string | null;
  closesAt: string | null;
  /** Since when his clock stands: he alone, or with the room. */
  pausedAt: string | null;
  handedInAt: string | null;
  handedInBy: 'LEARNER' | 'CLOCK' | 'INVIGILATOR' | null;
  extraMinutes: number;
  seenAt: string | null;
  online: boolean;
  /** Answers that are on his device and not here yet. */
  pending: number;
  saved: number;
  answered: number;
  slotNumber: number | null;
  address: string | null;
  device: string | null;
  signs: { left: number; awaySeconds: number; pasted: number; devices: number; late: number };
  lastSign: { kind: SignKind; at: string } | null;
  /** Answers that came after time was over and wait for a person. */
  held: number;
}

export interface RoomPicture {
  /** Who watches besides those who lead it. */
  invigilators: string[];
  assignmentId: string;
  title: string;
  serverNow: string;
  opensAt: string;
  closesAt: string;
  minutes: number;
  pausedAt: string | null;
  mode: 'EXAM' | 'HOMEWORK' | 'PRACTICE';
  oneDevice: boolean;
  passcode: string | null;
  counts: {
    expected: number;
    taking: number;
    paused: number;
    away: number;
    handedIn: number;
    notStarted: number;
    missed: number;
    moved: number;
  };
  rows: Seat[];
  /** What stands above everybody's test. */
  message: { text: string; at: string } | null;
}

export type IncidentKind = 'NOTE' | 'LATE' | 'ILLNESS' | 'DEVICE' | 'RULE' | 'OTHER';

/** The minutes of a room: what happened, when, and who did it. */
export interface Minutes {
  title: string;
  classNames: string[];
  opensAt: string;
  closesAt: string;
  startedFirstAt: string | null;
  endedLastAt: string | null;
  expected: number;
  present: number;
  absent: string[];
  handedIn: number;
  held: number;
  /** Of the room, or of one learner. */
  pauses: { from: string; to: string | null; by: string; learnerId: string | null }[];
  extensions: { at: string; by: string; minutes: number; learnerId: string | null }[];
  collected: { at: string; by: string; count: number; learnerId: string | null }[];
  reopened: { at: string; by: string; learnerId: string | null; minutes: number; reason: string | null }[];
  moved: { learnerId: string | null; at: string; by: string; reason: string | null }[];
  /** Time and attempts of his own; why is not said. */
  needs: {
    at: string;
    by: string;
    learnerId: string | null;
    extraMinutes: number;
    attempts: number | null;
    closesAt: string | null;
  }[];
  incidents: { at: string; by: string; learnerId: string | null; kind: IncidentKind; text: string }[];
  invigilators: string[];
}

/** Work that came too late, with what can be known about when it was written. */
export interface Held {
  sittingId: string;
  learnerId: string;
  steps: {
    seq: number;
    slot: string;
    typedAt: string;
    receivedAt: string;
    answer: Answer | null;
    /** What the time of writing rests on: a measured age, compared clocks, or the device's clock alone. */
    by: 'AGE' | 'CLOCK' | 'DEVICE';
    /** From a device the sitting is no longer tied to. */
    moved: boolean;
    typedInTime: boolean;
  }[];
}

export interface Sign {
  device: string;
  n: number;
  kind: SignKind;
  at: string;
  seconds: number | null;
}

export interface Needs {
  learnerId: string;
  extraMinutes: number;
  note: string | null;
  source: 'STANDING' | 'HERE';
}

/** A room that somebody watches without having given the test. */
/** Where he was named to mark a second time. */
export interface SecondMarking {
  assignmentId: string;
  title: string;
  closesAt: string;
  /** The question to begin with. */
  slot: string;
  waiting: number;
}

export interface WatchedRoom {
  assignmentId: string;
  title: string;
  opensAt: string;
  closesAt: string;
  minutes: number;
  classIds: string[];
}
