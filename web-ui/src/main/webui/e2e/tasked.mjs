/** A lesson of a course for one class, made and published as an author's page does. */
export async function publishedLesson(teacher, classId, { course: title, lesson: name, blocks }) {
  const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
  const course = await made('/api/lms/courses', { title, subject: 'toan', grade: 8, classIds: [classId] });
  const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương I' });
  const lesson = await made(`/api/lms/sections/${section}/lessons`, { title: name });
  const order = blocks.map((block) => block.id);
  const { body } = await teacher.insist('POST', `/api/lms/lessons/${lesson}/draft/changes`, {
    device: crypto.randomUUID(),
    seq: 1,
    known: 1,
    closing: false,
    blocks,
    order,
    moved: order,
  });
  await teacher.insist('POST', `/api/lms/lessons/${lesson}/publish`, { revision: body.revision });
  return lesson;
}
