import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { createFileFindings } from '../graph/file-findings.ts';
import type { WorkspaceSurvey } from '../graph/survey-workspace.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** Larger ones are not read; they are said to be unknown. Bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** JSON below knowledge/ that cannot be read or parsed. It is reported and never touched: its bytes may be all that is left. */
export function knowledgeData(
  workspace: string,
  database: Database,
  survey: () => Promise<WorkspaceSurvey>,
  now: () => number,
): Check {
  const schema = z.enum(['good', 'broken', 'empty', 'unreadable', 'too-large']);
  const findings = createFileFindings({ kind: 'data-1', database, schema, now, read: (key) => stateOf(join(workspace, key)) });
  return createCheck({
    id: 'files.knowledge',
    category: 'files',
    severity: 'ERROR',
    every: 10,
    async check() {
      const { data, unreadable } = await survey();
      await findings.refresh(data);
      const by = (state: z.infer<typeof schema>): string[] =>
        [...findings.all].filter(([, one]) => one === state).map(([key]) => key);
      const bad = [...by('broken'), ...by('empty'), ...by('unreadable')];
      if (bad.length > 0)
        return failed(`${bad.length} of ${data.size} files below knowledge/ cannot be read as JSON: ${some(bad)}.`);
      const hidden = unreadable.filter((folder) => folder.startsWith('knowledge'));
      const large = by('too-large');
      if (hidden.length + large.length > 0) return unknown(`Not looked at: ${some([...hidden, ...large])}.`);
      return passed(`${data.size} JSON files below knowledge/ are whole.`);
    },
  });
}

function stateOf(path: string): 'good' | 'broken' | 'empty' | 'unreadable' | 'too-large' {
  try {
    const bytes = readFileSync(path);
    if (bytes.length === 0) return 'empty';
    if (bytes.length > MOST_BYTES) return 'too-large';
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return 'good';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'good';
    return error instanceof SyntaxError || error instanceof TypeError ? 'broken' : 'unreadable';
  }
}

const MOST_NAMED = 5;
/** Named as far as a sentence bears it. */
const some = (keys: readonly string[]): string =>
  keys.length <= MOST_NAMED ? keys.join(', ') : `${keys.slice(0, MOST_NAMED).join(', ')} and ${keys.length - MOST_NAMED} more`;
