import type { IconName } from '$ui/icons';

const BY_TYPE: Partial<Record<string, IconName>> = {
  BAI_GIANG: 'doc',
  BAI_TRINH_CHIEU: 'chart',
  VIDEO: 'video',
  TAI_LIEU: 'file',
  DE_KIEM_TRA: 'sheet',
  SACH: 'book',
  HINH_ANH: 'image',
  INFOGRAPHIC: 'image',
  KE_HOACH_BAI_DAY: 'task',
  AM_THANH: 'audio',
  PODCAST: 'audio',
  THI_NGHIEM_AO: 'flask',
  GOI_TUONG_TAC: 'hand',
  TRO_CHOI: 'hand',
};

export const iconOf = (type: string): IconName => BY_TYPE[type] ?? 'file';
