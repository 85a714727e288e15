import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decider } from '../../../../../electron/features/governance/index.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import type { CycleResult } from '../../../../../shared/model/updates.ts';
import { createSandbox, type Sandbox } from '../../../../support/sandbox.ts';
import { immuneBlueprint } from '../support/documents.ts';

const IMMUNE = '02_AAOS-Immune_system';
export const LOG = `${IMMUNE}/AUDIT_LOG.md`;
export const DNA = `${IMMUNE}/DNA.md`;

export const person: Decider = { kind: 'person', name: 'mina', door: 'terminal' };

/** A small AAOS: Canon, doctrines, immune system, one structure; Core holds the same. */
export const aaos: Record<string, string> = {
  'README.md': '# Canon\n',
  'METADoctrine.md': '# META Doctrine\n',
  [`${IMMUNE}/AAOS_DNA_DOCTRINE_RULE.md`]: '# Immune Doctrine\n',
  [DNA]: immuneBlueprint,
  'work/a.py': 'A = 1\n',
};

/** A sandbox with that AAOS, and the little that these tests do with it. */
export interface ImmuneRoom extends Sandbox {
  inCore(path: string, text: string): void;
  read(path: string): string | null;
  log(): Buffer;
  appendToLog(text: string): void;
}

export function createImmuneRoom(): ImmuneRoom {
  const sandbox = createSandbox({ core: aaos, workspace: aaos });
  const at = (path: string): string => join(sandbox.workspace, path);
  return {
    ...sandbox,
    inCore: (path, text) => writeFileSync(join(sandbox.core, path), text),
    read: (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null),
    log: () => readFileSync(at(LOG)),
    appendToLog: (text) => appendFileSync(at(LOG), text),
  };
}

export const update = (guardian: Guardian): Promise<CycleResult> => guardian.runUpdate({ trigger: 'terminal' });

/** Two independent reviews of a waiting request. */
export function reviewTwice({ governance }: Guardian, id: number): void {
  const vote = { verdict: 'approve', rationale: 'It follows the Canon.' } as const;
  governance.approvals.review(id, { ...vote, agent: 'Claude', model: 'claude-opus-4-6', organization: 'Anthropic' });
  governance.approvals.review(id, { ...vote, agent: 'GPT', model: 'gpt-5.2', organization: 'OpenAI' });
}
