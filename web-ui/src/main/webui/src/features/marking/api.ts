import type {
  Agreement,
  DryRun,
  KeyChange,
  KeyChangeRow,
  MarkChange,
  Marker,
  MarkingComment,
  MarkingSettings,
  NewMark,
  QuestionAnswers,
  Results,
  Review,
  ReviewRequest,
  Shows,
} from '$api/types';
import { get, path, post, put, remove } from '$lib/http';

const BASE = '/api/assessment';

type Signal = AbortSignal | undefined;
const read = <T>(where: string, signal: Signal) => get<T>(`${BASE}${where}`, signal ? { signal } : {});

export const resultsOf = (id: string, signal?: Signal) => read<Results>(`/assignments/${id}/results`, signal);
export const release = (id: string, shows: Shows) =>
  post<{ released: number }>(`${BASE}/assignments/${id}/release`, { marks: true, ...shows });
export const reviewOf = (id: string, signal?: Signal) => read<Review>(`/sittings/${id}/review`, signal);

export const answersOf = (
  id: string,
  slot: string,
  how: { names: boolean; as: Marker | undefined },
  signal?: Signal,
) => read<QuestionAnswers>(path(`/assignments/${id}/questions/${slot}/answers`, how), signal);
export const giveMark = (sitting: string, slot: string, mark: Partial<NewMark>) =>
  put<unknown>(`${BASE}/sittings/${sitting}/marks/${slot}`, mark);
export const settle = (sitting: string, slot: string, mark: number, reason: string) =>
  post<unknown>(`${BASE}/sittings/${sitting}/marks/${slot}/settle`, { mark, reason });
export const historyOf = (sitting: string, slot: string, signal?: Signal) =>
  read<MarkChange[]>(`/sittings/${sitting}/marks/${slot}/history`, signal);
export const agreementOf = (id: string, signal?: Signal) =>
  read<Agreement>(`/assignments/${id}/agreement`, signal);
export const settingsOf = (id: string, signal?: Signal) =>
  read<MarkingSettings>(`/assignments/${id}/marking`, signal);
export const changeSettings = (id: string, settings: MarkingSettings) =>
  put<MarkingSettings>(`${BASE}/assignments/${id}/marking`, settings);

export const commentsLike = (q: string, signal?: Signal) =>
  read<MarkingComment[]>(path('/marking-comments', { q }), signal);
export const keepComment = (text: string, subject: string | null) =>
  post<unknown>(`${BASE}/marking-comments`, { text, subject });
export const dropComment = (id: string) => remove<unknown>(`${BASE}/marking-comments/${id}`);

export const keyChangesOf = (id: string, signal?: Signal) =>
  read<KeyChangeRow[]>(`/assignments/${id}/key-changes`, signal);
export const tryKey = (id: string, slot: string, change: KeyChange) =>
  post<DryRun>(`${BASE}/assignments/${id}/key-changes/dry-run`, { slot, change });
export const changeKey = (id: string, slot: string, change: KeyChange, reason: string) =>
  post<Partial<DryRun> | undefined>(`${BASE}/assignments/${id}/key-changes`, { slot, change, reason });

export const requestsOf = (id: string | undefined, signal?: Signal) =>
  read<ReviewRequest[]>(
    id === undefined ? '/review-requests?state=OPEN' : `/assignments/${id}/review-requests`,
    signal,
  );
export const answerRequest = (id: string, answer: string) =>
  put<unknown>(`${BASE}/review-requests/${id}`, { answer });

/** Names are kept by the school's part, not by the examination's. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const all = await post<{ id: string; name: string }[]>('/api/lms/people/names', { ids });
  return new Map(all.map(({ id, name }) => [id, name]));
}
