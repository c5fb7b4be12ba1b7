import type { ChildToDo } from '$api/types';

/** One line of what a child has before him. */
export interface Line {
  id: string;
  kind: 'LESSON' | 'TASK' | 'PAPER';
  title: string;
  subject: string;
  /** When it is over, or when a paper that is not open yet opens. */
  at: string;
  late: boolean;
  /** Of a paper: whether it can be taken now. */
  open: boolean;
}

/** What is late first, the oldest on top; then by day, papers among the rest. */
export function lines(todo: ChildToDo): Line[] {
  const now = Date.parse(todo.at);
  const due = todo.due.map((one): Line => {
    const late = Date.parse(one.until) < now;
    return {
      id: one.id,
      kind: one.kind,
      title: one.title,
      subject: one.subject,
      at: one.until,
      late,
      open: !late,
    };
  });
  const papers = todo.papers.map((one): Line => {
    const open = one.opensAt === null || Date.parse(one.opensAt) <= now;
    const at = (open ? one.closesAt : one.opensAt) ?? one.opensAt ?? one.closesAt ?? todo.at;
    return { id: one.id, kind: 'PAPER', title: one.title, subject: one.subject, at, late: false, open };
  });
  return [...due, ...papers].sort(
    (one, other) => Number(other.late) - Number(one.late) || Date.parse(one.at) - Date.parse(other.at),
  );
}
