type Rgb = readonly [number, number, number];

/** The accent of the system as text and as a surface, in both themes, as CSS colours. */
export interface Accent {
  light: string;
  dark: string;
  onLight: string;
  onDark: string;
}

/** WCAG 2.2, 1.4.3: text of normal size. */
const LEAST_CONTRAST = 4.5;
/** The backgrounds of each theme that accented text stands on with the least contrast: see tokens.css. */
const BEHIND = { light: [0xf0, 0xf0, 0xf2], dark: [0x27, 0x27, 0x2b] } as const;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const STEP = 0.04;

/** A colour of the system, made as dark or as light as it must be to be read. `colour` is `#rrggbb`. */
export function accentOf(colour: string): Accent {
  const chosen = parse(colour);
  const light = readable(chosen, BLACK, BEHIND.light);
  const dark = readable(chosen, WHITE, BEHIND.dark);
  return { light: css(light), dark: css(dark), onLight: css(inkOn(light)), onDark: css(inkOn(dark)) };
}

/** Towards `end` in small steps, so that as much of the hue as possible stays. */
function readable(colour: Rgb, end: Rgb, behind: Rgb): Rgb {
  let share = 0;
  let mixed = colour;
  while (share < 1 && contrast(mixed, behind) < LEAST_CONTRAST) {
    share = Math.min(1, share + STEP);
    mixed = mix(colour, end, share);
  }
  return mixed;
}

const inkOn = (surface: Rgb): Rgb => (contrast(WHITE, surface) >= contrast(BLACK, surface) ? WHITE : BLACK);

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** WCAG 2.2: between 1 and 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number): number => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export const parse = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

const css = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
