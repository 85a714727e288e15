import type { AuditStatus } from '../../../../shared/model/audit.ts';
import type { SelfCheck, StructureTree, UnloggedChange } from '../../../../shared/model/governance.ts';

/** One line of the checklist: what Nightguard could see for itself has an answer, the rest is for the agent. */
export interface PreflightItem {
  id: 'structures' | 'immune' | 'audit' | 'unlogged' | 'approvals' | 'blueprint' | 'request' | 'way-back';
  question: string;
  /** Null: only the one who acts can answer, or there is nothing to answer for. */
  passed: boolean | null;
  detail: string;
}

export interface PreflightFacts {
  tree: StructureTree;
  self: readonly SelfCheck[];
  /** Only `intact` is well; `none`: no log is kept. */
  auditLog: AuditStatus['state'];
  unlogged: readonly UnloggedChange[];
  pendingApprovals: number;
  strict: boolean;
}

/** What to be sure of before an agent acts. */
export function preflight({ tree, self, auditLog, unlogged, pendingApprovals, strict }: PreflightFacts): PreflightItem[] {
  const refused = tree.counts['Non-Canonical'] + (strict ? tree.counts['Canonical-Conditional'] : 0);
  const violated = self.filter(({ result }) => result === 'violated');
  const unknown = self.filter(({ result }) => result === 'could-not-check');
  const seen = (id: PreflightItem['id'], passed: boolean | null, detail: string): PreflightItem => ({
    id,
    question: QUESTIONS[id],
    passed,
    detail,
  });
  const ask = (id: PreflightItem['id']): PreflightItem => seen(id, null, '');
  const auditDetail = {
    intact: '',
    none: 'no log is kept',
    broken: 'broken',
    never: 'could not check',
    unchecked: 'could not check',
  };
  return [
    seen(
      'structures',
      refused === 0 && tree.unreadable.length === 0,
      `${refused} refused, ${tree.unreadable.length} could not be read`,
    ),
    seen(
      'immune',
      violated.length === 0 && unknown.length === 0,
      `${violated.length} violated, ${unknown.length} could not be checked`,
    ),
    seen('audit', auditLog === 'none' ? null : auditLog === 'intact', auditDetail[auditLog]),
    seen('unlogged', unlogged.length === 0, unlogged.map(({ path }) => path).join(', ')),
    seen('approvals', pendingApprovals === 0, `${pendingApprovals} waiting`),
    ask('blueprint'),
    ask('request'),
    ask('way-back'),
  ];
}

const QUESTIONS: Record<PreflightItem['id'], string> = {
  structures: 'Every structure has a DNA that may stand',
  immune: 'The immune system is what was accepted',
  audit: 'The audit log verifies',
  unlogged: 'No guarded file changed without an entry in the log',
  approvals: 'No approval is waiting',
  blueprint: 'A new structure comes with a DNA_BLUEPRINT.md: purpose, termination conditions, dissolution steps, limits',
  request: 'A request names its expiry, its risk and why it is needed',
  'way-back': 'There is a way back if it fails',
};

/** Whether an agent may begin: everything that can be seen is well. */
export const mayBegin = (items: readonly PreflightItem[]): boolean => items.every(({ passed }) => passed !== false);

/** 0: it may begin. 2: nothing but a person's answer is waited for. 1: it may not. */
export function exitCodeOfPreflight(items: readonly PreflightItem[]): 0 | 1 | 2 {
  const failed = items.filter(({ passed }) => passed === false);
  if (failed.length === 0) return 0;
  return failed.every(({ id }) => id === 'approvals') ? 2 : 1;
}

/** The checklist as Markdown. */
export const renderPreflight = (items: readonly PreflightItem[]): string =>
  `# Preflight Checklist\n\n${items
    .map(
      ({ question, passed, detail }) =>
        `- [${passed === true ? 'x' : ' '}] ${question}${passed === false ? ` — **no** (${detail})` : ''}`,
    )
    .join('\n')}\n`;
