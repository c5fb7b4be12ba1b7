import type { Material } from '$api/types';
import { post, sentenceOf } from '$lib/http';
import { words } from '$lib/words';

/** A draft that nobody wants leaves the desk, and comes back as it was for as long as somebody may want it. */
export const discarding = words(
  {
    shelf: 'Đã bỏ',
    one: 'Bỏ bản nháp',
    many: (n: string) => `Bỏ ${n} bản nháp`,
    gone: (title: string) => `Đã bỏ “${title}”.`,
    goneN: (n: string) => `Đã bỏ ${n} bản nháp.`,
    back: 'Lấy lại về bàn',
    backN: (n: string) => `Lấy lại ${n} mục`,
    cameBack: (n: string) => `Đã lấy lại ${n} mục về Chờ mô tả.`,
    isGone: 'Bản nháp này đã bỏ. Lấy lại thì mới sửa và đăng được.',
    empty: 'Không có bản nháp nào bị bỏ',
  },
  {
    shelf: 'Put away',
    one: 'Put the draft away',
    many: (n) => `Put ${n} drafts away`,
    gone: (title) => `“${title}” was put away.`,
    goneN: (n) => `${n} drafts were put away.`,
    back: 'Take it back',
    backN: (n) => `Take ${n} back`,
    cameBack: (n) => `${n} are on the desk again.`,
    isGone: 'This draft was put away. Take it back to change and publish it.',
    empty: 'No draft was put away',
  },
);

const BASE = '/api/content/materials';
export const discard = (id: string) => post<Material>(`${BASE}/${id}/discard`);
export const takeBack = (id: string) => post<Material>(`${BASE}/${id}/take-back`);

/** One after the other, so that one that is refused keeps none of the others back. */
export async function each(ids: readonly string[], deed: (id: string) => Promise<unknown>) {
  const done: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const id of ids) {
    try {
      await deed(id);
      done.push(id);
    } catch (thrown) {
      refused.push({ id, why: sentenceOf(thrown) });
    }
  }
  return { done, refused };
}
