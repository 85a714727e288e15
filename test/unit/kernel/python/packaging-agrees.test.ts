import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  evaluateMarker,
  formatVersion,
  parseMarker,
  parseRequirement,
  parseSpecifiers,
  parseVersion,
  satisfies,
  type MarkerEnvironment,
  type Version,
} from '../../../../electron/kernel/python/index.ts';

interface Answers {
  environment: MarkerEnvironment;
  versions: string[];
  normal: string[];
  order: string[];
  specifiers: string[];
  contains: string[];
  requirements: string[];
  readings: unknown[];
  markers: string[];
  holds: (boolean | null)[];
}

/** Written by record.py beside it, with the `packaging` library that pip itself carries. */
const FILE = join(import.meta.dirname, '../../../fixtures/packaging/answers.json');
const answers = JSON.parse(readFileSync(FILE, 'utf8')) as Answers;

const read = (text: string): Version => {
  const version = parseVersion(text);
  if (version === null) throw new Error(`${text} was not read`);
  return version;
};

describe('what the packaging library says of versions', () => {
  it('is the order that we find', () => {
    const places = new Map(answers.order.map((text, index) => [text, index]));
    const wrong = answers.versions.flatMap((a) =>
      answers.versions.filter((b) => {
        const ours = Math.sign(compareVersions(read(a), read(b)));
        return ours !== 0 && ours !== Math.sign((places.get(a) ?? 0) - (places.get(b) ?? 0));
      }),
    );
    expect(wrong).toEqual([]);
    expect(compareVersions(read('1.0'), read('v1.0.0'))).toBe(0);
  });

  it('is the normal form that we write', () => {
    expect(answers.versions.map((text) => formatVersion(read(text)))).toEqual(answers.normal);
  });

  it('is our answer for every operator, bound and version', () => {
    const ours = answers.specifiers.map((text) => {
      const specifiers = parseSpecifiers(text);
      return answers.versions.map((version) => (specifiers === null ? '?' : satisfies(version, specifiers) ? '+' : '.')).join('');
    });
    const differences = answers.specifiers.flatMap((text, index) =>
      ours[index] === answers.contains[index] ? [] : [{ text, ours: ours[index], theirs: answers.contains[index] }],
    );
    expect(answers.contains.join('')).toHaveLength(answers.specifiers.length * answers.versions.length);
    expect(differences).toEqual([]);
  });

  it('never calls text a version that is none', () => {
    for (const text of ['', 'one', '1.0-', '1..0', '1.0+', '1.0 final', '-1', 'latest']) expect(parseVersion(text)).toBeNull();
  });
});

describe('what the packaging library says of requirements', () => {
  it('is what we read', () => {
    const ours = answers.requirements.map((text) => {
      const parsed = parseRequirement(text);
      if (!parsed.ok) return null;
      const { name, extras, specifiers, url } = parsed.requirement;
      const clauses = specifiers.map(({ operator, version }) => `${operator}${version}`);
      return { name, extras: extras.toSorted(), specifiers: clauses.toSorted(), url };
    });
    expect(ours.map((reading, index) => [answers.requirements[index], reading])).toEqual(
      answers.readings.map((reading, index) => [answers.requirements[index], reading]),
    );
  });

  it('is how we evaluate markers', () => {
    const ours = answers.markers.map((text) => {
      const marker = parseMarker(text);
      return marker === null ? null : evaluateMarker(marker, answers.environment);
    });
    expect(ours.map((value, index) => [answers.markers[index], value])).toEqual(
      answers.holds.map((value, index) => [answers.markers[index], value]),
    );
  });

  it('asks a marker for every extra that was asked for', () => {
    const marker = parseMarker('extra == "Dev_Tools" or extra == "x"');
    if (marker === null) throw new Error('not read');
    expect(evaluateMarker(marker, answers.environment, ['dev-tools'])).toBe(true);
    expect(evaluateMarker(marker, answers.environment, ['other'])).toBe(false);
    expect(evaluateMarker(marker, answers.environment)).toBe(false);
  });
});
