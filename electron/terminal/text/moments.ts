import { localIso } from '../../kernel/local-time.ts';
import type { Voice } from './voice.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `2026-02-15 03:00`, local time. Sorts and aligns, and can be given back to `--to`. */
export const moment = (at: number): string => localIso(at).slice(0, 16).replace('T', ' ');

/** `03:00:12`, local time: for lines that appear as things happen. */
export const hour = (at: number): string => localIso(at).slice(11);

/** `2 min. ago`. */
export function ago(at: number, { now, language }: Pick<Voice, 'now' | 'language'>): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(distance / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(distance / HOUR), 'hour');
  return format.format(Math.trunc(distance / DAY), 'day');
}

/** A size in bytes, in the unit that leaves one to three digits before the point. */
export function size(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(bytes / 1000 ** power);
  return `${number} ${['B', 'kB', 'MB', 'GB'][power] ?? 'B'}`;
}
