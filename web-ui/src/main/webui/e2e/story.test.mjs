import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, looked, troubles } from './box.mjs';
// One school's day, from the list of its pupils to what a pupil's work has proved; the steps run in this order.
import './steps-school.mjs';
import './steps-teacher.mjs';
import './steps-pupil.mjs';
import './steps-marks.mjs';
import './steps-library.mjs';

test('every page passed is accessible, fits its screen and runs without errors', () => {
  assert.ok(looked > 0);
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
