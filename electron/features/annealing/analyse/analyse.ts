import { failingFrame, type Analysis, type ErrorEvent, type Suggestion } from '../../../../shared/model/annealing.ts';
import { readFile } from 'node:fs/promises';
import { messageOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { Redact } from '../../../kernel/redact.ts';
import { makePatch } from '../fix/make-patch.ts';
import type { ErrorLedger } from '../ledger/error-ledger.ts';
import type { Prover } from '../prove/prover.ts';
import { generalRule, rules } from '../rules/index.ts';
import { examine, type Match } from './examine.ts';
import { excerptOf, readFailingSource } from './failing-source.ts';
import { suspectOf, type KnownRelease } from './suspect.ts';

export interface AnalysePorts {
  workspace: string;
  ledger: ErrorLedger;
  prover: Prover;
  releases: () => readonly KnownRelease[];
  now: () => number;
  redactor: () => Redact;
  log: Log;
}

/** Groups that are shown as related. */
const RELATED = 10;
/** Looked through for related ones. */
const LOOKED_AT = 200;

/** What can be said of a group: suggestions with patches and proofs, the code around, the release that is suspect, related groups. */
export async function analyse(ports: AnalysePorts, id: number): Promise<Analysis> {
  const { workspace, ledger, releases, now } = ports;
  const { group, events } = ledger.report(id, 1);
  const event = events[0];
  const frame = event === undefined ? undefined : failingFrame(event.frames);
  const source = frame === undefined ? null : await readFailingSource(workspace, frame);
  const files = event?.frames.flatMap((one) => (one.own ? [one.file] : [])) ?? [];
  return {
    at: now(),
    count: Math.max(1, group.count),
    suggestions: [
      ...(event === undefined ? [] : await suggestionsFor(ports, event)),
      ...(await stillGood(workspace, group.analysis)),
    ],
    source: source === null ? null : excerptOf(source, frame?.line ?? null, ports.redactor()),
    suspect: suspectOf(group.firstSeen, files, releases()),
    related: ledger
      .groups({ limit: LOOKED_AT })
      .filter((other) => other.id !== id && (other.key === group.key || (other.file !== null && other.file === group.file)))
      .slice(0, RELATED)
      .map((other) => other.id),
  };
}

/** What a model has proposed stays while the file is as it was: it is not asked again for the same. */
async function stillGood(workspace: string, before: Analysis | null): Promise<Suggestion[]> {
  const own = before?.suggestions.find(({ by }) => by !== undefined);
  if (own === undefined || own.patch === null) return [];
  const bytes = await readFile(within(workspace, own.patch.file)).catch(() => null);
  return bytes !== null && sha256(bytes) === own.patch.beforeHash ? [own] : [];
}

async function suggestionsFor(ports: AnalysePorts, event: ErrorEvent): Promise<Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const match of examine(event, rules, generalRule)) suggestions.push(await suggestionOf(ports, event, match));
  return suggestions;
}

async function suggestionOf(
  { workspace, prover, redactor, log }: AnalysePorts,
  event: ErrorEvent,
  match: Match,
): Promise<Suggestion> {
  const { rule, finding, examined } = match;
  const base = {
    rule: rule.id,
    type: finding.type,
    title: finding.title,
    code: finding.example,
    codeLanguage: finding.exampleLanguage,
  };
  try {
    const source = examined.frame === null ? null : await readFailingSource(workspace, examined.frame);
    const made = await makePatch(match, source);
    if (made.patch === null) return { ...base, patch: null, noPatch: made.none, proof: null };
    // A patch is kept and shown with the lines around it, and must stay what it is.
    if (redactor()(made.patch.unified) !== made.patch.unified)
      return { ...base, patch: null, noPatch: 'the code around holds what looks like a secret', proof: null };
    return { ...base, patch: made.patch, noPatch: null, proof: await prover.prove(event, made.patch, made.text) };
  } catch (error) {
    // A rule that stumbles over odd code still has its advice.
    log.write('warn', 'a fix could not be made', { rule: rule.id, error: messageOf(error) });
    return { ...base, patch: null, noPatch: 'the code could not be edited', proof: null };
  }
}
