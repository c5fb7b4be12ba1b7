import type { MaterialMetadata } from '$api/types';
import { describe, expect, it } from 'vitest';
import { carriedOver } from './carry';

const empty: MaterialMetadata = {
  title: 'Bài 16',
  description: '',
  type: null,
  subject: null,
  grades: [],
  level: null,
  textbookSet: null,
  textbook: '',
  chapter: '',
  lesson: '',
  author: '',
  unit: '',
  licence: null,
  source: '',
  durationMinutes: null,
  language: 'vi',
  keywords: [],
  outcomes: [],
  indicators: [],
  basedOn: [],
  visibility: null,
  classIds: [],
  availableFrom: null,
  availableUntil: null,
};
const before: MaterialMetadata = {
  ...empty,
  title: 'Bài 15',
  lesson: 'Bài 15',
  subject: 'khtn',
  grades: [8],
  licence: 'CC_BY',
  author: 'Tổ KHTN',
};

describe('what is taken over from the material before', () => {
  it('fills what is empty and leaves out what is each one’s own', () => {
    expect(carriedOver(empty, before)).toEqual({
      subject: 'khtn',
      grades: [8],
      licence: 'CC_BY',
      author: 'Tổ KHTN',
    });
  });

  it('overwrites nothing', () => {
    expect(carriedOver({ ...empty, subject: 'toan', grades: [9], author: 'Cô Lan' }, before)).toEqual({
      licence: 'CC_BY',
    });
  });
});
