import type { CheckState, Finding } from '../../../../shared/model/environment.ts';
import type { EnvironmentSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import type { Needs } from '../needs/needs-of.ts';
import type { PythonState } from '../python/look-at-python.ts';
import type { RequirementSet } from '../requirements/wanted.ts';
import type { MissingPackage } from '../requirements/compare.ts';

/** What checks stand on. `python` and `requirements` look once, however many checks ask. */
export interface CheckContext {
  workspace: string;
  needs: Needs;
  settings: EnvironmentSettings;
  /** The environment of the process. */
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  runProcess: ProcessRunner;
  clock: Clock;
  /** When the last check was made, by this machine's clock. */
  lastCheckedAt: number | null;
  signal: AbortSignal | undefined;
  python: () => Promise<PythonState>;
  requirements: () => Promise<RequirementSet>;
}

/** What could put a finding right by itself. */
export type Fix = { kind: 'create-folder'; path: string } | { kind: 'install-packages'; packages: readonly MissingPackage[] };

export interface CheckOutcome {
  state: CheckState;
  /** Where all is well: what was seen, in figures and names. */
  facts: string;
  findings: readonly Finding[];
  fixes: readonly Fix[];
  /** Files and folders that the outcome depends on: when none has changed, neither has it. Absolute. */
  watched: readonly string[];
}

/** One check of the environment. */
export interface Check {
  id: string;
  /** As 97layerOS calls it, where it has it. */
  name: string;
  category: 'runtime' | 'packages' | 'workspace' | 'machine';
  /** Whether an update that makes this check fail is taken back. What the machine does meanwhile is no update's fault. */
  judgesActs: boolean;
  applicable(context: CheckContext): boolean | Promise<boolean>;
  /** May throw: then it could not be checked. */
  check(context: CheckContext): Promise<CheckOutcome>;
}

/** An outcome from its findings: failed unless they only inform. */
export function outcomeOf(
  facts: string,
  findings: readonly Finding[],
  { fixes = [], watched = [] }: Partial<Pick<CheckOutcome, 'fixes' | 'watched'>> = {},
): CheckOutcome {
  const serious = findings.filter(({ severity }) => severity !== 'INFO');
  const unknown = serious.length > 0 && serious.every(({ type }) => type === 'NOT_CHECKED');
  const state = serious.length === 0 ? 'passed' : unknown ? 'could-not-check' : 'failed';
  return { state, facts, findings, fixes, watched };
}
