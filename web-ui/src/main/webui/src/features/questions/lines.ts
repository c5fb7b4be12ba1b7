/** Where a line of a question is written. */
export const linesOf = (questionId: string): string => `/api/lms/questions/${questionId}/lines`;
