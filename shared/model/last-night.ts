import type { LastNight, NightPart } from './alerts.ts';

/** One line of the morning report: its phrases, as a text key with its values, and the first names of what it counts. */
export interface NightLine {
  kind: LastNight['lines'][number]['kind'];
  phrases: { key: string; values: Record<string, string | number>; names: string }[];
}

/** The morning report as people read it, on every door. `time` writes a moment. */
export const nightLines = ({ lines, provenAt }: LastNight, time: (at: number) => string): NightLine[] =>
  lines.map(({ kind, parts }) => ({
    kind,
    phrases: parts.map((part) => ({
      key: part.what === 'not-proven' && provenAt === null ? 'alerts.night.never-proven' : `alerts.night.${part.what}`,
      values: { count: part.count, time: provenAt === null ? '' : time(provenAt) },
      names: namesOf(part),
    })),
  }));

const namesOf = ({ names, count }: NightPart): string =>
  names.length === 0 ? '' : `${names.join(', ')}${count > names.length && names.length > 2 ? ', …' : ''}`;
