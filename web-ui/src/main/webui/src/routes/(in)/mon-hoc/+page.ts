/** Each role's list is loaded for that role alone: a pupil never loads the teacher's. */
export async function load({ parent }) {
  const { me } = await parent();
  return me.roles.includes('STUDENT')
    ? { List: (await import('$features/learning/MyCourses.svelte')).default, mayMake: false }
    : {
        List: (await import('$features/course-desk/CourseList.svelte')).default,
        mayMake: me.roles.includes('TEACHER'),
      };
}
