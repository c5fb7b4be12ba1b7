import type { FacetName } from '$api/types';
import { licenceMeaning, licenceName, typeName } from '$lib/materials';
import { subjectName } from '$lib/subjects';
import { t } from './messages';

const among = (words: Record<string, string>) => (value: string) => words[value] ?? value;

export const legends: Record<FacetName, string> = {
  type: t.type,
  grade: t.grade,
  subject: t.subject,
  textbookSet: t.textbookSet,
  level: t.level,
  licence: t.licence,
  visibility: t.visibility,
  class: t.forClass,
  year: t.year,
};

/** How a value is called where there is room. Classes are named by the server. */
export const longNames: Record<FacetName, (value: string) => string> = {
  type: typeName,
  grade: t.gradeN,
  subject: subjectName,
  textbookSet: among(t.textbookSets),
  level: among(t.levels),
  licence: licenceMeaning,
  visibility: among(t.visibilities),
  class: (value) => value,
  year: (value) => value,
};

/** And on a chip. */
export const shortNames: Record<FacetName, (value: string) => string> = {
  ...longNames,
  licence: licenceName,
};
