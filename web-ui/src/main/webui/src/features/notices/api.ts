import type { NoticeKind, NoticeLine, NoticeList, NoticeWishes } from '$api/types';
import { get, path, post, put, remove } from '$lib/http';

const BASE = '/api/lms/notices';
const WISHES = '/api/lms/notice-wishes';

export const notices = (before: string | null, signal?: AbortSignal) =>
  get<NoticeList>(path(BASE, { before }), { signal });
/** Goes on though the page is left for what the notice leads to. */
export const mark = (id: string, read: boolean) =>
  put<{ unread: number }>(`${BASE}/${id}`, { read }, { keepalive: true });
export const markAll = (until: string) => post<{ unread: number }>(`${BASE}/read`, { until });

export const wishes = (signal?: AbortSignal) => get<NoticeWishes>(WISHES, { signal });
export const wish = (kind: NoticeKind, shown: boolean, mailed: boolean) =>
  put<NoticeWishes>(`${WISHES}/kinds/${kind}`, { shown, mailed });
export const askAddress = (address: string) => put<NoticeWishes>(`${WISHES}/address`, { address });
export const forgetAddress = () => remove<NoticeWishes>(`${WISHES}/address`);

/** The page that a notice is about; a guardian's are of his child, and he has no lesson or paper to open. */
export function hrefOf(one: NoticeLine): string {
  switch (one.kind) {
    case 'PAPER':
      return `/lam-bai/${one.targetId}`;
    case 'RESULT':
      return one.childId === null ? `/ket-qua/${one.targetId}` : `/ket-qua?em=${one.childId}`;
    case 'TASK_MARKED':
    case 'TASK_REMINDER':
      return one.childId === null ? `/bai/${one.targetId}` : `/bai-nop?em=${one.childId}`;
    case 'HANDED_IN':
      return `/viec/${one.targetId}`;
    case 'QUESTION':
      return '/hoi-dap';
    case 'REMINDER':
      return one.childId === null ? `/mon-hoc/${one.targetId}` : `/bai-nop?em=${one.childId}`;
    case 'REVIEW_ASKED':
      return `/duyet-bai/${one.targetId}`;
    case 'REVIEW_RETURNED':
    case 'REVIEW_APPROVED':
      return `/bai/${one.targetId}/soan`;
    case 'ANNOUNCEMENT':
      return `/thong-bao/chung/${one.targetId}`;
    case 'TRANSFERRED':
      return '/con-toi';
    case 'MEETING':
      return '/lich';
    default:
      return one.childId === null ? `/bai/${one.targetId}` : '/con-toi';
  }
}
