/** What people award, where no mark says it. */
export interface GivenAward {
  id: string;
  kind: 'EXEMPLARY' | 'COMMENDATION';
  reason: string;
  /** yyyy-MM-dd */
  day: string;
}

/** The same with who recorded it, and who took it back. */
export interface AwardLine extends GivenAward {
  at: string;
  by: string;
  takenBackAt: string | null;
  takenBackBy: string | null;
}
