import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Making a date format costs more than a row of a list: they are kept. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(name: string, language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(language, options);
  dateFormats.set(key, format);
  return format;
}

/** How long ago (or ahead) a time is, in words; seconds are "now", because nobody acts on them. Epoch milliseconds. */
export function relativeTime(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(distance / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(distance / HOUR), 'hour');
  return format.format(Math.trunc(distance / DAY), 'day');
}

/** Date and time to the second, in the language's own order. */
export const exactTime = (at: number, language: string): string =>
  dateFormat('exact', language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);

/** The time alone for today, the date before it otherwise. 24 hours: columns of times stay aligned. */
export function clockTime(at: number, now: number, language: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return today
    ? dateFormat('time', language, time).format(at)
    : dateFormat('day and time', language, { month: 'short', day: 'numeric', ...time }).format(at);
}

/** A count with grouping. */
export const count = (value: number, language: string): string => new Intl.NumberFormat(language).format(value);

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A size in bytes, in the unit that leaves one to three digits before the point. Unit signs are the same in all languages. */
export function bytes(size: number, language: string): string {
  const power = size < 1000 ? 0 : Math.min(Math.floor(Math.log10(size) / 3), UNITS.length - 1);
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(size / 1000 ** power);
  return `${figure} ${UNITS[power] ?? 'B'}`;
}

/** A duration in milliseconds: "41 ms", "1.2 s", "12 s", "3 min". */
export function duration(ms: number, language: string): string {
  const unit = (value: number, name: string, digits: number): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(
      value,
    );
  if (ms < 1000) return unit(ms, 'millisecond', 0);
  if (ms < 10_000) return unit(ms / 1000, 'second', 1);
  return ms < 120_000 ? unit(ms / 1000, 'second', 0) : unit(ms / MINUTE, 'minute', 0);
}

/** The folder part of a path, and the name with the slash before it. */
export function splitPath(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf('/'), 0);
  return { folder: path.slice(0, at), name: path.slice(at) };
}

const TICK = 15_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  // A hidden panel asks for no work: the guardian idles at a tenth of a per cent.
  if (document.hidden) return;
  // Whoever travels with the machine: a format keeps the time zone that it was made in.
  dateFormats.clear();
  now = Date.now();
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(tick, TICK);
    document.addEventListener('visibilitychange', tick);
  }
  listeners.add(listener);
  now = Date.now();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The present, moving every 15 seconds while the panel is visible. One timer for all. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

/** A time as the browser's own input wants it: local, to the minute. */
export function localMinute(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}
