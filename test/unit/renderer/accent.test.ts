import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOf, contrast, parse } from '../../../renderer/ui/accent.ts';

const BACKGROUNDS = { light: ['#ffffff', '#f6f6f7', '#f0f0f2'], dark: ['#1d1d20', '#17171a', '#27272b'] } as const;
const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

test('whatever the system chose can be read, as text and as a surface, in both themes', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const accent = accentOf(chosen);
      for (const theme of ['light', 'dark'] as const)
        for (const behind of BACKGROUNDS[theme])
          expect(contrast(parse(accent[theme]), parse(behind))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(accent.light), parse(accent.onLight))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(accent.dark), parse(accent.onDark))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read already stays as it is', () => {
  expect(accentOf('#2c5bc7')).toMatchObject({ light: '#2c5bc7', onLight: '#ffffff' });
  expect(accentOf('#8fb3ff')).toMatchObject({ dark: '#8fb3ff', onDark: '#000000' });
});

test('black and white are contrasts of 21 to 1, and of 1 to 1 with themselves', () => {
  expect(contrast(parse('#000000'), parse('#ffffff'))).toBeCloseTo(21);
  expect(contrast(parse('#777777'), parse('#777777'))).toBe(1);
});
