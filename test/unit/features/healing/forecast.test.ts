import { expect, test } from 'vitest';
import { forecast } from '../../../../electron/features/healing/forecast/forecast.ts';
import { judgeMemory } from '../../../../electron/features/healing/forecast/leak.ts';

/** Repeatable normal noise. */
function noise(seed: number): () => number {
  let state = seed >>> 0;
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(even() + 1e-12)) * Math.cos(2 * Math.PI * even());
}

type Series = (random: () => number, days: number) => number[];

const NOISES: Record<string, Series> = {
  'white noise': (random, days) => Array.from({ length: days }, () => 60 + 5 * random()),
  'noise with a memory': (random, days) => walk(random, days, (value) => 60 + 0.9 * (value - 60) + 2 * random()),
  'a random walk': (random, days) => walk(random, days, (value) => Math.max(0, value + random())),
  'a weekly rhythm': (random, days) => Array.from({ length: days }, (_, day) => 60 + (day % 7 < 5 ? 6 : 0) + random()),
};

function walk(_random: () => number, days: number, next: (value: number) => number): number[] {
  const values = [60];
  while (values.length < days) values.push(next(values.at(-1) ?? 60));
  return values;
}

const WINDOW = 14;

/** Looks each day for a year at the last fortnight, as the monitor does. Days with a forecast. */
const alarms = (values: readonly number[]): number =>
  Array.from({ length: values.length - WINDOW }, (_, day) => forecast(values.slice(day, day + WINDOW), 90)).filter(
    (found) => found !== null,
  ).length;

test('a year of noise, looked at each day, hardly ever makes a forecast', () => {
  const rates = Object.entries(NOISES).map(([name, series]) => {
    const years = 200;
    let alarmed = 0;
    for (let year = 0; year < years; year += 1) if (alarms(series(noise(year * 7919 + 17), 365)) > 0) alarmed += 1;
    return { name, rate: alarmed / years };
  });
  for (const { name, rate } of rates) console.log(`years with a false forecast, ${name}: ${(rate * 100).toFixed(1)} %`);
  for (const { rate } of rates) expect(rate).toBeLessThanOrEqual(0.1);
});

test('a disk that fills by one or two per cent a day is forecast, and the truth lies in the range', () => {
  let within = 0;
  let found = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const random = noise(seed + 1);
    const values = walk(random, 60, (value) => value + 1.5 + 0.8 * random()).map((value) => value - 20);
    const days = values.slice(0, 25);
    const result = forecast(days, 95);
    if (result === null) continue;
    found += 1;
    const truth = values.findIndex((value) => value >= 95) - (days.length - 1);
    if (truth >= result.fromDays && (result.toDays === null || truth <= result.toDays)) within += 1;
  }
  console.log(
    `forecasts of a filling disk: ${found} of 200, the truth within the range in ${((within / found) * 100).toFixed(0)} %`,
  );
  expect(found).toBeGreaterThan(190);
  expect(within / found).toBeGreaterThan(0.85);
});

test('with too few days, with a limit that is reached, or far ahead, nothing is said', () => {
  expect(forecast([1, 2, 3], 10)).toBeNull();
  expect(
    forecast(
      Array.from({ length: 20 }, (_, day) => day),
      15,
    ),
  ).toBeNull();
  expect(
    forecast(
      Array.from({ length: 20 }, (_, day) => day / 1000),
      90,
    ),
  ).toBeNull();
});

const course = (mbAt: (index: number) => number, count = 120) =>
  Array.from({ length: count }, (_, index) => ({ at: index * 30_000, mb: mbAt(index) }));

test('more than the limit above the baseline is a leak', () => {
  expect(
    judgeMemory(
      course((index) => 100 + index * 6),
      500,
    ),
  ).toMatchObject({ state: 'leaking', baselineMb: 100 });
});

test('a rise without end is seen before the limit is reached', () => {
  expect(
    judgeMemory(
      course((index) => 100 + index * 2),
      500,
    ),
  ).toMatchObject({ state: 'rising' });
});

test('what a collector frees again is steady, and so is a start', () => {
  const random = noise(3);
  expect(
    judgeMemory(
      course((index) => 100 + (index % 30) * 10 + 3 * random()),
      500,
    ),
  ).toEqual({ state: 'steady' });
  expect(
    judgeMemory(
      course((index) => 100 + index * 40, 10),
      500,
    ),
  ).toEqual({ state: 'steady' });
  expect(
    judgeMemory(
      course((index) => (index < 10 ? 50 + index * 20 : 250 + random())),
      500,
    ),
  ).toEqual({ state: 'steady' });
});
