import type { Role } from './school';

export interface AnnouncementLine {
  id: string;
  title: string;
  /** How it begins. */
  text: string;
  /** There is more of it. */
  more: boolean;
  /** Empty: somebody who was erased. */
  by: string;
  /** None: the whole school. */
  classes: string[];
  roles: Role[];
  madeAt: string;
  editedAt: string | null;
  /** yyyy-MM-dd */
  endsOn: string | null;
  withdrawnAt: string | null;
}

export interface AnnouncementForMe {
  announcement: AnnouncementLine;
  unread: boolean;
}

export interface SentAnnouncement {
  announcement: AnnouncementLine;
  mine: boolean;
  told: number;
  read: number;
}

export interface Announcement {
  id: string;
  title: string;
  text: string;
  by: string;
  classes: string[];
  roles: Role[];
  madeAt: string;
  editedAt: string | null;
  endsOn: string | null;
  withdrawn: boolean;
  mayCorrect: boolean;
  mayWithdraw: boolean;
}

export interface AnnouncementReach {
  /** With whom of each may be spoken to. */
  classes: { id: string; name: string; grade: number; roles: Role[]; students: number }[];
  /** Whom of the whole school. */
  school: Role[];
}

export interface AnnouncementWords {
  title: string;
  text: string;
  endsOn: string | null;
}
