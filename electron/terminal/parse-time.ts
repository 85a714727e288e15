import { parseLocalIso } from '../kernel/local-time.ts';

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const AGO = /^(\d{1,6})\s*(m|min|h|d|w)(?:\s*ago)?$/i;
const HOUR = /^(\d{1,2}):(\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Epoch milliseconds of a moment in the past as people type it, or null when it is none: `2026-02-15T03:00` (local, or with `Z` or
 * `+09:00`), `2026-02-15` (its beginning), `03:00` (today), `2h ago`, `30m`, `3d`, `1w`.
 */
export function parseTime(text: string, now: number): number | null {
  const typed = text.trim();
  const at = agoOf(typed, now) ?? hourOf(typed, now) ?? isoOf(typed);
  return at !== null && at >= 0 && at <= now ? at : null;
}

function agoOf(text: string, now: number): number | null {
  const match = AGO.exec(text);
  if (match === null) return null;
  return now - Number(match[1]) * (UNIT_MS[(match[2] ?? '').toLowerCase()] ?? Number.NaN);
}

function hourOf(text: string, now: number): number | null {
  const match = HOUR.exec(text);
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return new Date(now).setHours(Number(match[1]), Number(match[2]), 0, 0);
}

function isoOf(text: string): number | null {
  if (DAY.test(text)) return parseLocalIso(`${text}T00:00`);
  if (!ZONE.test(text) || !text.includes(':')) return parseLocalIso(text);
  // The part before the zone must be a real moment: Date.parse alone takes 30 February for 2 March.
  const local = text.replace(ZONE, '');
  const at = Date.parse(text.replace(' ', 'T'));
  return parseLocalIso(local) === null || Number.isNaN(at) ? null : at;
}
