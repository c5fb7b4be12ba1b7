/** Notices, calendar, live lessons and the diary. */
export type NoticeKind =
  | 'LESSON'
  | 'PAPER'
  | 'RESULT'
  | 'TASK'
  | 'TASK_MARKED'
  | 'TASK_RETURNED'
  | 'HANDED_IN'
  | 'QUESTION'
  | 'ANSWER'
  | 'REMINDER'
  | 'MEETING';

export interface NoticeLine {
  id: string;
  kind: NoticeKind;
  targetId: string;
  title: string;
  /** A course's title or a subject's code; may be empty. */
  place: string;
  detail: string | null;
  dueAt: string | null;
  /** How often it came since it was last read. */
  times: number;
  at: string;
  read: boolean;
  childId: string | null;
  childName: string | null;
}

export interface NoticeList {
  notices: NoticeLine[];
  more: boolean;
  unread: number;
}

export interface NoticeWishes {
  kinds: { kind: NoticeKind; shown: boolean; mailed: boolean }[];
  /** Null where the school sends no mail. */
  mail: { address: string | null; confirmed: boolean; hour: number } | null;
}
