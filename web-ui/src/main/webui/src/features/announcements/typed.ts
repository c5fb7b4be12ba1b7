import type { AnnouncementWords } from '$api/types';

/** As it stands in the fields. */
export interface Typed {
  title: string;
  text: string;
  endsOn: string;
}

export const wordsOf = (typed: Typed): AnnouncementWords => ({
  title: typed.title.trim(),
  text: typed.text.trim(),
  endsOn: typed.endsOn === '' ? null : typed.endsOn,
});

export const isSaid = (typed: Typed) => typed.title.trim() !== '' && typed.text.trim() !== '';
