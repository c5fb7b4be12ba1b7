/** Pupils learn a course, teachers plan it. */
export async function load({ parent }) {
  const { me } = await parent();
  return me.roles.includes('STUDENT')
    ? { Learn: (await import('$features/learning/MyCourse.svelte')).default, Plan: null }
    : { Learn: null, Plan: (await import('$features/course-desk/CoursePlan.svelte')).default };
}
