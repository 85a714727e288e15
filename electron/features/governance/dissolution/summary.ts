import { stringify } from 'yaml';
import type { StructureEntry } from './survey.ts';

/** The file's name, in the structure and in its archive. */
export const SUMMARY_NAME = 'DISSOLUTION_SUMMARY.md';

/** What a summary tells of a structure. */
export interface SummaryFacts {
  name: string;
  version: string;
  created: string;
  purpose: string;
  /** Relative to the workspace. */
  location: string;
  archive: string;
  reason: string;
  /** Epoch milliseconds. */
  at: number;
  entries: readonly StructureEntry[];
}

const MOST_DOCUMENTS = 20;
const MOST_SCRIPTS = 10;

/** The text of DISSOLUTION_SUMMARY.md: what it was, statistics, key files. */
export function renderSummary(facts: SummaryFacts): string {
  const dissolvedAt = new Date(facts.at).toISOString().replace(/\.\d+Z$/, 'Z');
  const front = stringify(
    { type: 'dissolution-summary', source_structure: facts.name, dissolved_at: dissolvedAt },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  const files = facts.entries.filter(({ kind }) => kind !== 'folder');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return `---
${front}---

# Dissolution Summary: ${oneLine(facts.name)}

## Original Structure

- **Name**: ${oneLine(facts.name)}
- **Version**: ${oneLine(facts.version)}
- **Created**: ${oneLine(facts.created)}
- **Purpose**: ${oneLine(facts.purpose)}
- **Location**: ${oneLine(facts.location)}

## Statistics at Dissolution

- Total Files: ${files.length}
- Total Folders: ${facts.entries.length - files.length}
- Total Bytes: ${bytes}

## Key Files

### Markdown Documents
${listOf(files, /\.md$/i, MOST_DOCUMENTS)}

### Scripts
${listOf(files, /\.(?:py|[cm]?[jt]sx?|sh)$/i, MOST_SCRIPTS)}

## Dissolution Details

- Reason: ${oneLine(facts.reason)}
- Timestamp: ${dissolvedAt}
- Archive Location: ${oneLine(facts.archive)}
`;
}

function listOf(files: readonly StructureEntry[], kind: RegExp, most: number): string {
  const found = files.filter(({ path }) => kind.test(path));
  const shown = found.slice(0, most).map(({ path }) => `- ${oneLine(path)}`);
  const more = found.length > most ? [`... and ${found.length - most} more`] : [];
  return shown.length === 0 ? '- (none)' : [...shown, ...more].join('\n');
}

/** Text on one line: names and values are strangers' words. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+|[\u2028\u2029]/gu, ' ').trim();
