export type Role = 'STUDENT' | 'TEACHER' | 'LIBRARIAN' | 'HEAD' | 'ADMIN' | 'OFFICER' | 'GUARDIAN';
export type SchoolLevel = 'TIEU_HOC' | 'THCS' | 'THPT' | 'LIEN_CAP';

/** Sanitised HTML; see `MathHtml`. */
export type RichText = string;

export interface Me {
  id: string;
  name: string;
  roles: Role[];
  school: { id: string; name: string; code: string; level: SchoolLevel };
  classes: { id: string; name: string; grade: number; role: Role }[];
  children: Child[];
  grade: number | null;
  /** Notices not read yet, counted up to 100. */
  unread: number;
}

export interface Child {
  id: string;
  name: string;
  className: string;
}

export interface SetupForm {
  code: string;
  school: { name: string; code: string; level: SchoolLevel; commune: string; province: string };
  admin: { name: string; username: string; password: string };
}

export interface ClassRow {
  id: string;
  name: string;
  grade: number;
  students: number;
}

export interface ClassPage {
  id: string;
  name: string;
  grade: number;
  year: string;
  members: { id: string; name: string; role: Role; code: string | null; birthDate: string | null }[];
}

export interface PersonRow {
  id: string;
  name: string;
  username: string;
  roles: Role[];
  classes: string[];
  /** Of whom he is a guardian. */
  children: string[];
}

/** Who works at the school, as every member of its staff may see them. */
export interface StaffRow {
  id: string;
  name: string;
  roles: Role[];
}

export interface NewPerson {
  name: string;
  username: string;
  roles: Role[];
  classes: { classId: string; role: Role }[];
  children: string[];
}

export interface CreatedPerson {
  id: string;
  username: string;
  firstPassword: string;
}

export type ImportState = 'PREVIEW' | 'APPLYING' | 'DONE' | 'FAILED';
export type Verdict = 'NEW' | 'CHANGED' | 'MOVED' | 'LINKED' | 'UNCHANGED' | 'REJECTED';
/** What a list is of; `LIST` is the ministry's list of pupils. */
export type ListKind = 'LIST' | 'ONEROSTER' | 'STAFF' | 'GUARDIANS';

export interface Ward {
  code: string | null;
  name: string | null;
  relation: string | null;
}

export interface RosterImport {
  id: string;
  kind: ListKind;
  fileName: string;
  state: ImportState;
  createdAt: string;
  counts: {
    new: number;
    changed: number;
    moved: number;
    /** Known already, and to be tied to a child or a group. */
    linked: number;
    unchanged: number;
    rejected: number;
    gone: number;
  };
  done: number;
  total: number;
  /** Classes, teachers, guardians, subject groups that are not yet as the list says. */
  linksToDo: number;
  /** People who cannot sign in yet, because their first password is still being set. */
  passwordsToSet: number;
  problem: string | null;
  rows: RosterRow[];
  /** Pupils of a class, staff, guardians whom the list does not name; nothing happens to them. */
  gone: { code: string | null; name: string | null; className: string | null; child: Ward | null }[];
}

/** While a list is being applied it is asked for without its rows. */
export type RosterProgress = Omit<RosterImport, 'rows' | 'gone'>;

export interface RosterRow {
  sheetRow: number;
  verdict: Verdict;
  code: string | null;
  name: string | null;
  birthDate: string | null;
  gender: string | null;
  className: string | null;
  grade: number | null;
  changes: { field: string; from: string | null; to: string | null }[];
  reasons: { slug: string; column: string; title: string }[];
  /** The file of a bundle that the row is of. */
  file: string | null;
  roles: Role[];
  /** Those of the subject group. */
  subjects: string[];
  group: string | null;
  /** Whom a guardian acts for. */
  child: Ward | null;
}

export interface FirstPasswords {
  className: string | null;
  school: string;
  /** With the children of a guardian. */
  rows: { name: string; username: string; password: string | null; children?: string[] }[];
}

export interface MyMark {
  /** The assignment, or the task. */
  assignmentId: string;
  kind: 'ASSIGNMENT' | 'TASK';
  title: string;
  subject: string;
  mark: number;
  maxMark: number;
  releasedAt: string;
}

export interface ClassMarks {
  columns: { assignmentId: string; title: string; subject: string; maxMark: number }[];
  rows: { personId: string; name: string; marks: Record<string, number | undefined> }[];
}
