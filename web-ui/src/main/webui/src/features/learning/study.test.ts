import { describe, expect, it } from 'vitest';
import { trialOf } from './study';

const query = { lop: 'k', em: 'p', nhap: '1', khung: '1' };
const trial = trialOf({ courseId: 'c', draftOf: 'l', query });

describe('a preview', () => {
  it('reads what a pupil of the class would get', () => {
    expect(trial.course('c')).toBe('/api/lms/course-previews/c?class=k&as=p');
    expect(trial.lesson('m')).toBe('/api/lms/course-previews/c/lessons/m?class=k&as=p');
    expect(trial.tasks('m')).toBe('/api/lms/task-previews/m?class=k&as=p');
  });

  it('shows the draft of one lesson only, and forgets it with the next page', () => {
    expect(trial.lesson('l')).toBe('/api/lms/course-previews/c/lessons/l?class=k&as=p&draft=true');
    expect(trial.toLesson('m')).toBe('/xem-thu/c/m?lop=k&em=p&khung=1');
    expect(trial.toCourse('c')).toBe('/xem-thu/c?lop=k&em=p&khung=1');
  });
});
