import type { Block, LessonPlan } from './lessons';

export type LessonRoad = 'NONE' | 'GROUP' | 'GROUP_HEAD';
export type ReviewStage = 'GROUP' | 'HEAD' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';

/** A lesson that waits for whoever asks. */
export interface WaitingLesson {
  id: string;
  lessonId: string;
  title: string;
  courseTitle: string;
  subject: string;
  by: string;
  submittedAt: string;
}

export interface LessonRemark {
  id: string;
  block: string | null;
  text: string;
  by: string;
  at: string;
}

export interface LessonReview {
  id: string;
  lessonId: string;
  courseTitle: string;
  subject: string;
  stage: ReviewStage;
  by: string;
  submittedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
  mayDecide: boolean;
  mayWithdraw: boolean;
  content: {
    title: string;
    summary: string;
    minutes: number;
    blocks: Block[];
    indicators: string[];
    plan: LessonPlan;
  };
  remarks: LessonRemark[];
}
