import type { SelfCheck, StructureTree } from '../../../../shared/model/governance.ts';

/** One line of the checklist: what Nightguard could see for itself has an answer, the rest is for the agent. */
export interface PreflightItem {
  question: string;
  /** Null: only the one who acts can answer. */
  passed: boolean | null;
  detail: string;
}

export interface PreflightFacts {
  tree: StructureTree;
  self: readonly SelfCheck[];
  /** Whether the audit log verifies; null when it could not be checked. */
  auditLogVerifies: boolean | null;
  pendingApprovals: number;
  strict: boolean;
}

/** What to be sure of before an agent acts. */
export function preflight({ tree, self, auditLogVerifies, pendingApprovals, strict }: PreflightFacts): PreflightItem[] {
  const refused = tree.counts['Non-Canonical'] + (strict ? tree.counts['Canonical-Conditional'] : 0);
  const violated = self.filter(({ result }) => result === 'violated');
  const unknown = self.filter(({ result }) => result === 'could-not-check');
  const seen = (question: string, passed: boolean | null, detail: string): PreflightItem => ({ question, passed, detail });
  const ask = (question: string): PreflightItem => seen(question, null, '');
  return [
    seen(
      'Every structure has a DNA that may stand',
      refused === 0 && tree.unreadable.length === 0,
      `${refused} refused, ${tree.unreadable.length} could not be read`,
    ),
    seen(
      'The immune system is what was accepted',
      violated.length === 0 && unknown.length === 0,
      `${violated.length} violated, ${unknown.length} could not be checked`,
    ),
    seen('The audit log verifies', auditLogVerifies === true, auditLogVerifies === null ? 'could not check' : ''),
    seen('No approval is waiting', pendingApprovals === 0, `${pendingApprovals} waiting`),
    ask('A new structure comes with a DNA_BLUEPRINT.md: purpose, termination conditions, dissolution steps, limits'),
    ask('A request names its expiry, its risk and why it is needed'),
    ask('There is a way back if it fails'),
  ];
}

/** Whether an agent may begin: everything that can be seen is well. */
export const mayBegin = (items: readonly PreflightItem[]): boolean => items.every(({ passed }) => passed !== false);

/** The checklist as Markdown. */
export const renderPreflight = (items: readonly PreflightItem[]): string =>
  `# Preflight Checklist\n\n${items
    .map(
      ({ question, passed, detail }) =>
        `- [${passed === true ? 'x' : ' '}] ${question}${passed === false ? ` — **no** (${detail})` : ''}`,
    )
    .join('\n')}\n`;
