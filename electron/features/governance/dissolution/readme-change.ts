import { readFrontMatter, valueAt } from '../constitution/index.ts';
import type { Handover } from './request.ts';
import { oneLine } from './summary.ts';

/** What the README was, and what it becomes. `before` is null where there is none. */
export interface ReadmeChange {
  /** Relative to the workspace. */
  path: string;
  before: string | null;
  after: string;
  /** What is added at the end. */
  block: string;
}

interface Where {
  name: string;
  location: string;
  archive: string;
  reason: string;
  at: number;
}

/**
 * The README is told that the immune system is dissolved, and where to look from now on. Where it names its version, as a Canon may, the
 * version goes up: without that no change of the constitution is accepted.
 */
export function readmeChange(
  { path, text }: { path: string; text: string | null },
  where: Where,
  handover: Handover,
): ReadmeChange {
  const block = blockOf(where, handover);
  const above = text === null || text === '' ? '' : text.endsWith('\n') ? `${text}\n` : `${text}\n\n`;
  return { path, before: text, after: raised(above) + block, block };
}

const blockOf = ({ name, location, archive, reason, at }: Where, { successor, readmeNote }: Handover): string =>
  `## Dissolved: ${oneLine(name)} (${new Date(at).toISOString().slice(0, 10)})

${readmeNote.trim()}

- Authority handed to: ${oneLine(successor)}
- Reason: ${oneLine(reason)}
- Archive: ${oneLine(archive)}
- Audit logs stay in: ${oneLine(location)}
`;

const VERSION_LINE = /^(version:[ \t]*["']?v?\d+\.\d+\.)(\d+)(["']?[ \t]*(?:#.*)?)$/m;

/** Only the line of the front matter, and only when its version is of the form 1.2.3. */
function raised(text: string): string {
  const front = readFrontMatter(text);
  if (!front.ok || valueAt(front.frontMatter.data, 'version') === undefined) return text;
  return text.replace(VERSION_LINE, (_, before: string, patch: string, after: string) => `${before}${Number(patch) + 1}${after}`);
}
