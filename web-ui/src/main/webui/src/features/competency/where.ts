/** Whose competence is looked at: one's own, or that of a child or pupil (`?em=…`). */
export function sourceOf(personId: string | null): string {
  return personId ? `/api/lms/people/${personId}/competency` : '/api/lms/my/competency';
}

export function hrefOf(competence: string, personId: string | null): string {
  return `/nang-luc-so/${competence}${personId ? `?em=${personId}` : ''}`;
}
