import { describe, expect, it } from 'vitest';
import { SchoolTime } from './time';

const SCHOOL = Date.parse('2026-11-25T08:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

/** A device whose clock is an hour wrong, and a school whose clock is right. */
function aDevice() {
  const device = { steady: 1000, wall: SCHOOL - 3_600_000, school: SCHOOL };
  const pass = (ms: number) => {
    device.steady += ms;
    device.wall += ms;
    device.school += ms;
  };
  const time = new SchoolTime(
    () => device.steady,
    () => device.wall,
  );
  const ask = (there: number, back: number) => {
    const asked = time.ticks();
    pass(there);
    const said = iso(device.school);
    pass(back);
    time.hear(said, asked);
  };
  return { device, time, pass, ask };
}

describe('the school’s time', () => {
  it('is that of the school, whatever the device is set to', () => {
    const { time, pass, device, ask } = aDevice();

    ask(0, 0);
    pass(90_000);

    expect(time.now()).toBe(device.school);
  });

  it('is never behind the school’s, so that nobody sees more than remains', () => {
    const { time, device, ask, pass } = aDevice();

    for (const [there, back] of [
      [800, 3000],
      [10, 400],
      [2000, 5],
      [60, 60],
    ] as const) {
      ask(there, back);
      pass(10_000);
      expect(time.now()).toBeGreaterThanOrEqual(device.school);
    }

    expect(time.now() - device.school).toBeLessThanOrEqual(10);
  });

  it('does not move when somebody sets the device’s clock back', () => {
    const { time, device, ask } = aDevice();
    ask(0, 0);

    device.wall -= 1_800_000;

    expect(time.now()).toBe(device.school);
  });

  it('counts the time that a device slept, though its steady clock stood', () => {
    const { time, device, ask } = aDevice();
    ask(0, 0);

    device.wall += 600_000;
    device.school += 600_000;

    expect(time.now()).toBe(device.school);
  });

  it('believes the school again after a clock was set forward', () => {
    const { time, device, ask } = aDevice();
    ask(0, 0);
    device.wall += 7_200_000;
    expect(time.now()).toBeGreaterThan(device.school);

    ask(20, 20);

    expect(Math.abs(time.now() - device.school)).toBeLessThanOrEqual(40);
  });

  it('goes on after a reload without the school', () => {
    const { time, device, ask, pass } = aDevice();
    ask(0, 0);
    const { offset } = time;
    pass(60_000);

    const again = new SchoolTime(
      () => 5,
      () => device.wall,
    );
    again.restore(offset);

    expect(again.now()).toBe(device.school);
  });
});
