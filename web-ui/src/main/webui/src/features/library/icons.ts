import type { IconName } from '$ui/icons';

const BY_TYPE: Record<string, IconName> = {
  BAI_GIANG: 'doc',
  VIDEO: 'video',
  TAI_LIEU: 'file',
  DE_KIEM_TRA: 'sheet',
  SACH: 'book',
  HINH_ANH: 'image',
  INFOGRAPHIC: 'image',
  KE_HOACH_BAI_DAY: 'task',
  AM_THANH: 'audio',
};

export const iconOf = (type: string): IconName => BY_TYPE[type] ?? 'file';
