import { afterEach, expect, test, vi } from 'vitest';
import { faster, lighter, versionsOf } from './film';

afterEach(() => vi.unstubAllGlobals());

function on(width: number, connection?: object) {
  vi.stubGlobal('navigator', { connection });
  vi.stubGlobal('innerWidth', width);
}

test('a phone and a weak line begin with the light version', () => {
  const all = versionsOf(['PREVIEW_PDF', 'VIDEO_720', 'VIDEO_480']);
  expect(all).toEqual(['VIDEO_480', 'VIDEO_720', 'full']);
  on(360);
  expect(lighter(all)).toBe('VIDEO_480');
  on(1440, { effectiveType: '3g' });
  expect(lighter(all)).toBe('VIDEO_480');
  on(1440, { effectiveType: '4g' });
  expect(lighter(all)).toBe('VIDEO_720');
  expect(lighter(versionsOf([]))).toBe('full');
});

test('the speed goes by steps and stops at its ends', () => {
  expect(faster(1, 1)).toBe(1.25);
  expect(faster(2, 1)).toBe(2);
  expect(faster(0.5, -1)).toBe(0.5);
});
