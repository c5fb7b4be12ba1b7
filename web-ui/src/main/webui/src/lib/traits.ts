import type { MarkColumn, TraitGroup, TraitSum } from '$api/types';
import { words } from './words';

/** The qualities and core abilities of a primary class, by the beginning of their places in the mark book. */
const t = words(
  {
    names: {
      yn: 'Yêu nước',
      na: 'Nhân ái',
      cc: 'Chăm chỉ',
      tt: 'Trung thực',
      tn: 'Trách nhiệm',
      tc: 'Tự chủ và tự học',
      gt: 'Giao tiếp và hợp tác',
      vd: 'Giải quyết vấn đề và sáng tạo',
      nn: 'Ngôn ngữ',
      to: 'Tính toán',
      kh: 'Khoa học',
      cn: 'Công nghệ',
      th: 'Tin học',
      tm: 'Thẩm mĩ',
      tch: 'Thể chất',
    },
    mid: 'giữa kì',
    end: 'cuối kì',
    groups: (group: string) =>
      ({
        QUALITIES: 'Phẩm chất',
        GENERAL_ABILITIES: 'Năng lực chung',
        SPECIFIC_ABILITIES: 'Năng lực đặc thù',
      })[group] ?? group,
  },
  {
    names: {
      yn: 'Patriotism',
      na: 'Kindness',
      cc: 'Diligence',
      tt: 'Honesty',
      tn: 'Responsibility',
      tc: 'Autonomy and self-study',
      gt: 'Communication and teamwork',
      vd: 'Problem solving and creativity',
      nn: 'Language',
      to: 'Calculation',
      kh: 'Science',
      cn: 'Technology',
      th: 'Informatics',
      tm: 'Aesthetics',
      tch: 'Physical ability',
    },
    mid: 'mid-term',
    end: 'end of term',
    groups: (group) =>
      ({
        QUALITIES: 'Qualities',
        GENERAL_ABILITIES: 'General abilities',
        SPECIFIC_ABILITIES: 'Specific abilities',
      })[group] ?? group,
  },
);

export type Moment = 'MID' | 'END';
export const GROUPS = ['QUALITIES', 'GENERAL_ABILITIES', 'SPECIFIC_ABILITIES'] as const;

export const groupName = (group: TraitGroup): string => t.groups(group);

/** Chăm chỉ: of a quality or an ability, as a place or as the class sheet codes it. */
export function traitName(code: string): string | undefined {
  const key = code.toLowerCase().replace(/(gk|ck)$/, '');
  return Object.entries(t.names).find(([known]) => known === key)?.[1];
}

/** Chăm chỉ, cuối kì: a place of one quality or ability. */
export function traitSlot(slot: string): string | undefined {
  const name = traitName(slot);
  return name === undefined ? undefined : `${name}, ${momentOf(slot) === 'MID' ? t.mid : t.end}`;
}

/** Which of the two assessments of a term a place belongs to; none of both for what is of the whole term. */
export function momentOf(slot: string): Moment | undefined {
  if (slot.endsWith('gk')) return 'MID';
  return slot.endsWith('ck') ? 'END' : undefined;
}

/** Where one level for all of a group was kept before each had its own. */
export function togetherOf(slot: string, group: TraitGroup): string {
  return `${group === 'QUALITIES' ? 'pc' : 'nl'}${momentOf(slot) === 'MID' ? 'gk' : 'ck'}`;
}

/** Whether the next column is of another group. */
export function endsGroup(columns: readonly MarkColumn[], at: number): boolean {
  return columns[at + 1]?.group !== columns[at]?.group;
}

/** What the group of a column comes to, at the moment of that column. */
export function levelOf(sums: readonly TraitSum[], column: MarkColumn): string | undefined {
  const moment = momentOf(column.slot);
  return sums.find((one) => one.group === column.group && one.moment === moment)?.level;
}

/** The group of a quality or ability of the class sheet. */
export function groupOf(code: string): TraitGroup {
  const key = code.toLowerCase();
  if (['yn', 'na', 'cc', 'tt', 'tn'].includes(key)) return 'QUALITIES';
  return ['tc', 'gt', 'vd'].includes(key) ? 'GENERAL_ABILITIES' : 'SPECIFIC_ABILITIES';
}
