import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { account, base } from './box.mjs';
import { Person } from './school.mjs';

/**
 * What a class does not notice: Kafka that hangs for a minute while it hands in, and an assessment that is killed in the middle of a sitting.
 * The class is 6B of the demo school; its practice carries digital-competence indicators.
 */
const PRACTICE = 'Luyện tập: Tìm kiếm và an toàn trên mạng';
const MINUTE = 60_000;
const LEARNERS = 12;
let teacher;
let assignment;
let learners;

const pidOf = (part) =>
  Number(readFileSync(join(process.env.LOPMO_DATA, 'run', `${part}.pid`), 'utf8').split(' ')[0]);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

before(async () => {
  teacher = await Person.signIn(base, account('Giáo viên Tin học'));
  const admin = await Person.signIn(base, account('Quản trị'));
  const classes = await admin.get('/api/lms/classes');
  const sixB = classes.find((one) => one.name === '6B');
  const { rows } = await admin.get(`/api/lms/classes/${sixB.id}/first-passwords`);
  const { password } = account('Quản trị');
  learners = [];
  for (const { username } of rows.slice(0, LEARNERS)) {
    learners.push({ username, person: await Person.signIn(base, { username, password }) });
  }
  const all = await teacher.get(`/api/assessment/assignments?classId=${sixB.id}`);
  assignment = all.find((one) => one.title === PRACTICE);
  assignment.classId = sixB.id;
});

/** Sits down and gives the answers one by one, each acknowledged before the next; `between` happens after the third. */
async function take({ person }, between = async () => {}) {
  const { body: opening } = await person.insist(
    'POST',
    `/api/assessment/assignments/${assignment.id}/sittings`,
    {},
  );
  const items = opening.parts.flatMap((part) => part.items);
  const acknowledged = new Map();
  let seq = opening.seq;
  for (const [i, item] of items.entries()) {
    const answer =
      item.form === 'SINGLE_CHOICE'
        ? { choice: item.options[i % item.options.length].id }
        : { statements: Object.fromEntries(item.statements.map((one, n) => [one.id, (n + i) % 2 === 0])) };
    const steps = [{ seq: ++seq, slot: item.slot, answer, typedAt: new Date().toISOString() }];
    await person.insist('PUT', `/api/assessment/sittings/${opening.sittingId}/answers`, { steps });
    acknowledged.set(item.slot, answer);
    if (i === 2) await between();
  }
  return { person, sittingId: opening.sittingId, acknowledged, seq };
}

async function everyAcknowledgedAnswerIsThere({ person, sittingId, acknowledged }) {
  const { answers } = await person.get(`/api/assessment/sittings/${sittingId}`);
  for (const [slot, answer] of acknowledged) assert.deepEqual(answers[slot], answer);
}

test(
  'a killed assessment costs no acknowledged answer, and the students go on',
  { timeout: 4 * MINUTE },
  async () => {
    let killed = false;
    const half = learners.slice(0, LEARNERS / 2);
    const taken = await Promise.all(
      half.map((one) =>
        take(one, async () => {
          if (!killed) {
            killed = true;
            process.kill(pidOf('assessment'), 'SIGKILL');
          }
        }),
      ),
    );

    for (const one of taken) {
      await everyAcknowledgedAnswerIsThere(one);
      await one.person.insist('POST', `/api/assessment/sittings/${one.sittingId}/hand-in`, { seq: one.seq });
    }
    assert.ok(killed);
  },
);

test(
  'a Kafka that hangs for a minute is noticed by nobody, and the tracker is complete after',
  { timeout: 6 * MINUTE },
  async () => {
    const kafka = pidOf('kafka');
    process.kill(kafka, 'SIGSTOP');
    const frozen = Date.now();
    let slowest = 0;
    try {
      await Promise.all(
        learners.slice(LEARNERS / 2).map(async (one) => {
          const taken = await take(one);
          const began = Date.now();
          const { tries } = await one.person.insist(
            'POST',
            `/api/assessment/sittings/${taken.sittingId}/hand-in`,
            {
              seq: taken.seq,
            },
          );
          slowest = Math.max(slowest, Date.now() - began);
          assert.equal(tries, 1, 'handed in at the first try');
          await everyAcknowledgedAnswerIsThere(taken);
        }),
      );
      const released = await teacher.call('POST', `/api/assessment/assignments/${assignment.id}/release`, {
        answers: false,
      });
      assert.equal(released.status, 200);
      await pause(Math.max(0, frozen + MINUTE - Date.now()));
    } finally {
      process.kill(kafka, 'SIGCONT');
    }
    assert.ok(slowest < 5_000, `the slowest hand-in took ${slowest} ms`);

    const names = new Set();
    for (const { person } of learners) names.add((await person.get('/api/lms/me')).id);
    for (let second = 0; second < 120; second++) {
      const marks = await teacher.get(`/api/lms/classes/${assignment.classId}/marks`);
      const arrived = marks.rows.filter(
        (row) => names.has(row.personId) && assignment.id in row.marks,
      ).length;
      if (arrived === LEARNERS) break;
      await pause(1_000);
    }
    for (const { person, username } of learners) {
      const result = (await person.get('/api/lms/my/marks')).find(
        (one) => one.assignmentId === assignment.id,
      );
      assert.ok(result, `${username} has his mark`);
      const { evidence } = (await person.get('/api/lms/my/competency')).domains
        .flatMap((domain) => domain.competences)
        .find((one) => one.code === '1.1');
      assert.ok(evidence > 0, `${username} has evidence`);
    }
  },
);

after(() => {
  try {
    process.kill(pidOf('kafka'), 'SIGCONT');
  } catch {
    // it is up, or the box is down
  }
});
