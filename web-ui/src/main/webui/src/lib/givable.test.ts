import { expect, test } from 'vitest';
import { offeredOf } from './givable';

test('an officer is offered only where the school says so', () => {
  expect(offeredOf(['TEACHER', 'OFFICER'], undefined)).toEqual(['TEACHER']);
  expect(offeredOf(['TEACHER', 'OFFICER'], ['TEACHER', 'ADMIN'])).toEqual(['TEACHER']);
  expect(offeredOf(['TEACHER', 'OFFICER'], ['OFFICER', 'TEACHER'])).toEqual(['TEACHER', 'OFFICER']);
});
