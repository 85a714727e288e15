import { relative, sep } from 'node:path';
import type { Finding } from '../../../../shared/model/environment.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { readInstalled } from '../../../kernel/python/index.ts';
import { finding } from '../finding.ts';
import type { MissingPackage } from '../requirements/compare.ts';
import type { RequirementSet } from '../requirements/wanted.ts';
import type { PythonState } from '../python/look-at-python.ts';
import { askLeave, type ActPorts, type Leave } from './act-ports.ts';
import type { FixResult } from './create-folder.ts';
import { chooseInstaller, install, type InstallContext, type InstallResult } from './installer.ts';
import { planInstall } from './install-plan.ts';
import type { Redact } from './redact.ts';
import type { WhyNot } from './why-not-installed.ts';

export interface PackagesContext extends Omit<InstallContext, 'python'> {
  ports: ActPorts;
  actor: string;
  python: PythonState;
  set: RequirementSet;
  redact: Redact;
  onProgress: (detail: string) => void;
}

interface Allowed {
  item: MissingPackage;
  leave: Extract<Leave, { ok: true }>;
}

/**
 * Installs what is missing: all at once, and one by one when that fails, so that one bad line does not keep the others away.
 * What counts as installed is what is found there afterwards, whatever the installer said.
 */
export async function installPackages(context: PackagesContext, packages: readonly MissingPackage[]): Promise<FixResult> {
  const { python: state, redact } = context;
  const refuse = (items: readonly MissingPackage[], why: WhyNot, detail: string): Finding[] =>
    items.map((item) => failure(context, item, why, redact(detail)));
  if (state.state !== 'working') return { fixes: [], findings: refuse(packages, 'python', '') };
  const { python } = state;
  const installer = chooseInstaller({ ...context, python });
  if (!installer.ok) return { fixes: [], findings: refuse(packages, installer.why, '') };

  const findings: Finding[] = [];
  const allowed: Allowed[] = [];
  for (const item of packages) {
    const leave = askLeave(context.ports, actOf(context, item, installer.command));
    if (leave.ok) allowed.push({ item, leave });
    else findings.push(...refuse([item], 'denied', leave.reason));
  }
  const outcomes = new Map<MissingPackage, InstallResult>();
  const run = async (items: readonly MissingPackage[]): Promise<InstallResult> => {
    context.onProgress(items.map(({ name }) => name).join(', '));
    const installed = await readInstalled(python.facts.paths);
    return install({ ...context, python }, installer, planInstall(items, context.set, installed));
  };
  try {
    const all = allowed.map(({ item }) => item);
    const together: InstallResult = all.length === 0 ? { ok: true } : await run(all);
    for (const item of all)
      outcomes.set(item, together.ok || !isOwnFault(together.why) || all.length === 1 ? together : await run([item]));
  } finally {
    // Even when something unforeseen ends this, no act stays open.
    for (const { item, leave } of allowed) if (!outcomes.has(item)) leave.close(false, 'it was not finished');
  }
  const { distributions } = await readInstalled(python.facts.paths);
  const fixes: FixResult['fixes'][number][] = [];
  for (const { item, leave } of allowed) {
    const outcome = outcomes.get(item) ?? { ok: false, why: 'unknown', detail: '' };
    const found = item.key === null ? undefined : distributions.get(item.key);
    if (outcome.ok && (found !== undefined || item.key === null)) {
      leave.close(true, found === undefined ? '' : `${found.name} ${found.version}`);
      fixes.push({
        kind: 'install-package',
        subject: item.name,
        detail: found === undefined ? item.name : `${found.name} ${found.version}`,
      });
    } else {
      const [why, detail] = outcome.ok
        ? (['unknown', 'the installer said nothing, and it is not there'] as const)
        : [outcome.why, outcome.detail];
      leave.close(false, redact(`${why}: ${detail}`));
      findings.push(...refuse([item], why, detail));
    }
  }
  return { fixes, findings };
}

/** Whether another package of the same set may still come: not when the network, the disk or the time ran out. */
const isOwnFault = (why: WhyNot): boolean => ['hash', 'not-found', 'conflict', 'build', 'unknown'].includes(why);

function actOf(
  { workspace, actor, python, redact }: PackagesContext,
  { name, text }: MissingPackage,
  command: readonly string[],
) {
  const folder =
    python.state === 'working' && python.python.kind === 'venv'
      ? relative(workspace, python.python.folder).split(sep).join('/')
      : null;
  return {
    type: 'environment.install-package',
    target: name,
    actor,
    paths: folder === null ? [] : [folder],
    contentHash: sha256(`${command.join('\0')}\0${text}`),
    risk: 'medium' as const,
    summary: redact(`Install ${text} into ${folder ?? 'the Python of the system'}.`),
  };
}

const ADVICE: Readonly<Partial<Record<WhyNot, string>>> = {
  'externally-managed': 'make-venv',
  'system-python': 'make-venv',
  'no-installer': 'get-pip',
  elsewhere: 'install',
  denied: 'ask-leave',
  hash: 'look-at-hash',
  conflict: 'change-version',
  'not-found': 'look-at-name',
};

function failure(context: PackagesContext, { name, text }: MissingPackage, why: WhyNot, detail: string): Finding {
  const { python, log, workspace, redact } = context;
  const interpreter = python.state === 'working' ? python.python.python : 'python3';
  const advice = ADVICE[why] ?? 'try-again';
  const commands: Readonly<Record<string, string>> = {
    'make-venv': 'python3 -m venv .venv',
    'get-pip': `"${interpreter}" -m ensurepip`,
    'ask-leave': 'nightguard approvals list',
  };
  return finding('install-failed', 'PACKAGE_INSTALL_FAILED', name, {
    values: { name, why, detail: redact(detail), log: relative(workspace, log.path).split(sep).join('/') },
    advice,
    command: commands[advice] ?? `"${interpreter}" -m pip install ${JSON.stringify(redact(text.split(/\s+--/)[0] ?? text))}`,
  });
}
