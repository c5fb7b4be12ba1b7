import type { Me } from '$api/types';
import type { Component } from 'svelte';

type Home = Component<{ me: Me }>;

/** Each role's home is loaded for that role alone. */
async function homeOf(me: Me): Promise<Home> {
  const has = (role: Me['roles'][number]) => me.roles.includes(role);
  if (has('STUDENT')) return (await import('$features/student-home/StudentHome.svelte')).default;
  if (has('TEACHER')) return (await import('$features/teacher-home/TeacherHome.svelte')).default;
  if (has('LIBRARIAN')) return (await import('$features/librarian-home/LibrarianHome.svelte')).default;
  if (has('ADMIN')) return (await import('$features/admin-home/AdminHome.svelte')).default;
  if (has('HEAD')) return (await import('$features/head-home/HeadHome.svelte')).default;
  if (has('OFFICER')) return (await import('$features/report/ReportPage.svelte')).default;
  return (await import('$features/guardian-home/GuardianHome.svelte')).default;
}

/** What was announced stands above; where nothing waits to be read, nothing is loaded for it. */
const newsOf = async (me: Me) =>
  me.unread > 0 ? (await import('$features/announcements/OnHome.svelte')).default : null;

export async function load({ parent }) {
  const { me } = await parent();
  if (me === null)
    return {
      me,
      Landing: (await import('$features/landing/Landing.svelte')).default,
      Home: null,
      News: null,
    };
  const [Home, News] = await Promise.all([homeOf(me), newsOf(me)]);
  return { me, Landing: null, Home, News };
}
