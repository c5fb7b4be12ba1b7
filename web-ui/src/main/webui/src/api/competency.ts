export interface Framework {
  id: string;
  title: string;
  levels: { level: number; code: string; band: string; bandName: string }[];
  gradeTargets: { grade: number; levelCode: string; level: number }[];
  domains: {
    code: string;
    name: string;
    competences: { code: string; name: string; description: string }[];
  }[];
}

export interface Indicator {
  code: string;
  text: string;
  levelCode: string;
  competence: string;
}

export interface Competency {
  personId: string;
  name: string;
  grade: number;
  target: { code: string; level: number };
  met: number;
  total: number;
  levels: { level: number; code: string }[];
  domains: { code: string; name: string; competences: CompetenceState[] }[];
  suggestion: {
    competence: string;
    indicator: string;
    text: string;
    lessonId: string | null;
    lessonTitle: string | null;
  } | null;
}

export interface CompetenceState {
  code: string;
  name: string;
  level: number;
  levelCode: string | null;
  /** How much of the target level has evidence, 0 to 1. */
  targetShare: number;
  met: boolean;
  evidence: number;
}

export interface CompetencePage {
  code: string;
  name: string;
  description: string;
  target: { code: string; level: number };
  levels: { level: number; code: string; indicators: IndicatorState[] }[];
}

export interface IndicatorState {
  code: string;
  text: string;
  attained: boolean;
  evidence: { kind: 'LESSON' | 'RESULT'; title: string; share: number; at: string }[];
}

export interface ClassCompetency {
  classId: string;
  className: string;
  grade: number;
  target: { code: string; level: number };
  competences: { code: string; name: string; domain: string }[];
  students: {
    id: string;
    name: string;
    met: number;
    cells: Record<
      string,
      { level: number; levelCode: string | null; targetShare: number; met: boolean } | undefined
    >;
  }[];
}
