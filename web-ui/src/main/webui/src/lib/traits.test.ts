import { describe, expect, it } from 'vitest';
import { groupOf, momentOf, togetherOf, traitName, traitSlot } from './traits';

describe('qualities and abilities', () => {
  it('are named by their place, and by the code of the class sheet', () => {
    expect(traitName('ccck')).toBe('Chăm chỉ');
    expect(traitName('tchgk')).toBe('Thể chất');
    expect(traitName('TC')).toBe('Tự chủ và tự học');
    expect(traitName('pcck')).toBeUndefined();
    expect(traitSlot('ynck')).toBe('Yêu nước, cuối kì');
    expect(traitSlot('vp')).toBeUndefined();
  });

  it('know their moment and group', () => {
    expect(momentOf('yngk')).toBe('MID');
    expect(momentOf('vk')).toBeUndefined();
    expect(groupOf('TT')).toBe('QUALITIES');
    expect(groupOf('GT')).toBe('GENERAL_ABILITIES');
    expect(groupOf('TCH')).toBe('SPECIFIC_ABILITIES');
    expect(togetherOf('tmck', 'SPECIFIC_ABILITIES')).toBe('nlck');
    expect(togetherOf('yngk', 'QUALITIES')).toBe('pcgk');
  });
});
