/** Each role's list is loaded for that role alone: a pupil never loads the teacher's. */
export async function load({ parent }) {
  const { me } = await parent();
  const mayMake = me.roles.includes('TEACHER');
  return me.roles.includes('STUDENT')
    ? { Learn: (await import('$features/learning/MyCourses.svelte')).default, Plan: null, mayMake }
    : { Learn: null, Plan: (await import('$features/course-desk/CourseList.svelte')).default, mayMake };
}
