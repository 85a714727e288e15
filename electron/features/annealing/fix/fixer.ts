import { readFile } from 'node:fs/promises';
import { applyPatch } from 'diff';
import { applicable, type Applicable, type ErrorGroup, type FixResult } from '../../../../shared/model/annealing.ts';
import type { Trigger } from '../../../../shared/model/updates.ts';
import { asAppError, messageOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { within } from '../../../kernel/paths.ts';
import type { ApplyFiles, FilesApplied } from '../../../kernel/ports/apply-files.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ErrorLedger } from '../ledger/error-ledger.ts';
import { verdictOf, whyNone } from './verdict.ts';
import type { Fix, Fixes } from './fixes.ts';

/** A fix that did not hold. */
export interface TakenBack {
  group: ErrorGroup;
  /** The release that had applied it. */
  release: string;
  /** What was done about it, for people. */
  reason: string;
}

export interface FixerPorts {
  workspace: string;
  ledger: ErrorLedger;
  fixes: Fixes;
  applyFiles: ApplyFiles;
  now: () => number;
  log: Log;
  onTakenBack: (taken: TakenBack) => void;
  onChange: () => void;
}

/** Applies proposed patches when a person wants them, and takes those back that do not hold. */
export interface Fixer {
  /** @throws AppError `not-found`, `locked`, `cancelled` */
  fix(group: number, options: { trigger: Trigger; dryRun?: boolean }): Promise<FixResult>;
  /** Carries out what a person has approved meanwhile. Never throws. */
  resume(): Promise<void>;
  /** Its error came back: the fix goes. Never throws. */
  cameBack(group: number): Promise<void>;
}

export function createFixer(ports: FixerPorts): Fixer {
  const { workspace, ledger, fixes, applyFiles, now, log, onTakenBack, onChange } = ports;

  const result = (group: number, status: FixResult['status'], rest: Partial<FixResult> = {}): FixResult => ({
    status,
    group: ledger.group(group),
    suggestion: null,
    release: null,
    reason: null,
    ...rest,
  });

  const fix = async (id: number, { trigger, dryRun = false }: { trigger: Trigger; dryRun?: boolean }): Promise<FixResult> => {
    const group = ledger.group(id);
    const suggestion = applicable(group.analysis);
    if (suggestion === null) return result(id, 'NO_PATCH', { reason: whyNone(group.analysis) });
    const { patch } = suggestion;
    const known = fixes.find(id, patch.afterHash);
    const text = await patchedText(workspace, suggestion);
    if (typeof text !== 'string') {
      if (text.now === patch.afterHash && known?.state === 'applied')
        return result(id, 'APPLIED', { suggestion, release: known.release });
      fixes.drop(id);
      return result(id, 'DENIED', { suggestion, reason: `${patch.file} has changed since: nightguard errors report ${id}` });
    }
    if (known !== null && (known.state === 'taken-back' || known.state === 'left'))
      return result(id, 'DENIED', { suggestion, reason: `${known.release ?? ''} applied the same, and the error came back` });
    if (dryRun) return result(id, 'PLANNED', { suggestion });
    const applied = await applyFiles.apply(
      { of: group.key, summary: summaryOf(group, suggestion), files: [{ path: patch.file, beforeHash: patch.beforeHash, text }] },
      trigger,
    );
    settle(group, suggestion, trigger, applied);
    onChange();
    return asResult(id, suggestion, applied);
  };

  const settle = (group: ErrorGroup, suggestion: Applicable, trigger: Trigger, applied: FilesApplied): void => {
    const { file, afterHash } = suggestion.patch;
    const entry = { group: group.id, at: now(), trigger, file, afterHash, verdict: verdictOf(suggestion), reason: '' };
    if (applied.outcome === 'held') fixes.put({ ...entry, state: 'asked', release: null, reason: applied.reason });
    else if (applied.outcome === 'applied') {
      fixes.put({ ...entry, state: 'applied', release: applied.release });
      ledger.setState(group.id, 'fixed');
    } else fixes.drop(group.id);
  };

  const asResult = (id: number, suggestion: Applicable, applied: FilesApplied): FixResult => {
    switch (applied.outcome) {
      case 'applied':
        return result(id, 'APPLIED', { suggestion, release: applied.release });
      case 'held':
        return result(id, 'HELD', { suggestion, reason: applied.reason });
      case 'denied':
        return result(id, 'DENIED', { suggestion, reason: applied.reason });
      case 'rolled-back':
        return result(id, 'ROLLED_BACK', { suggestion, release: applied.release, reason: applied.reason });
      case 'failed':
        return result(id, 'FAILED', { suggestion, release: applied.release, reason: applied.reason });
    }
  };

  const takeBack = async (known: Fix, release: string): Promise<void> => {
    const taken = await applyFiles.takeBack(release);
    const reason =
      taken.outcome === 'taken-back'
        ? `the error came back: ${release} was rolled back by ${taken.release}`
        : taken.outcome === 'gone'
          ? `the error came back; ${release} was rolled back before`
          : `the error came back; ${release} was left as it is: ${taken.reason}`;
    fixes.settle(known.id, taken.outcome === 'left' ? 'left' : 'taken-back', reason);
    onTakenBack({ group: ledger.group(known.group), release, reason });
    onChange();
  };

  return {
    fix,
    async resume() {
      for (const { group, trigger } of fixes.asked()) {
        try {
          await fix(group, { trigger });
        } catch (error) {
          log.write('warn', 'an approved fix could not be applied yet', { group, error: messageOf(error) });
        }
      }
    },
    async cameBack(group) {
      const known = fixes.newest(group);
      if (known === null || known.state !== 'applied' || known.release === null) return;
      try {
        await takeBack(known, known.release);
      } catch (error) {
        // Not settled: the next time that the error comes it is tried again.
        log.write('error', 'a fix that did not hold could not be taken back', { group, error: asAppError(error).message });
      }
    },
  };
}

/** The patched text, where the file is as the patch expects it; else the hash of what is there. */
async function patchedText(workspace: string, { patch }: Applicable): Promise<string | { now: string | null }> {
  const bytes = await readFile(within(workspace, patch.file)).catch(() => null);
  if (bytes === null) return { now: null };
  const hash = sha256(bytes);
  if (hash !== patch.beforeHash) return { now: hash };
  const text = applyPatch(bytes.toString('utf8'), patch.unified, { autoConvertLineEndings: false });
  return text !== false && sha256(text) === patch.afterHash ? text : { now: hash };
}

const summaryOf = ({ key, total }: ErrorGroup, suggestion: Applicable): string => {
  const known = verdictOf(suggestion) === 'proven' ? 'Proven' : 'NOT PROVEN';
  const { file } = suggestion.patch;
  return `Mend ${key} (seen ${total} times) in ${file}: ${suggestion.title.en}. ${known}: ${suggestion.proof?.reason ?? 'it was not tried'}.`;
};
