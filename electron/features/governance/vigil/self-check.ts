import { z } from 'zod';
import { selfCheckSchema, type SelfCheck } from '../../../../shared/model/governance.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { AuditLog } from '../audit-log/index.ts';
import type { Locations } from '../constitution/index.ts';
import { createManifest, hashOwnFiles, manifestHash, validateSelf, type OwnFile } from '../judgement/index.ts';
import type { VigilPorts } from './ports.ts';

/** What the immune system finds in itself. */
export interface SelfChecks {
  last(): { self: SelfCheck[]; selfCheckedAt: number | null };
  /** Looks again; the first look ever records what the files are. Never throws for the files' sake. */
  run(): Promise<SelfCheck[]>;
  /** A logged act has written these: those that are the immune system's own are recorded as they are now. */
  settled(paths: readonly string[]): void;
}

const RECORDED = 'immune system recorded';

export function createSelfChecks(ports: VigilPorts): SelfChecks {
  const { database, clock, log, auditLog, locations, constituted, onChange } = ports;
  const manifest = createManifest(database);
  // Kept in the database: every door shows what one of them has found.
  const kept = createFact(database, 'governance.self', z.object({ self: z.array(selfCheckSchema), at: z.number() }));

  /** The log outlives a database that is lost: what it says was recorded must be there, or nobody has accepted what is. */
  const adopt = (places: Locations, audit: AuditLog): SelfCheck | null => {
    if (manifest.read().size > 0) return null;
    const files = hashOwnFiles(places);
    const hash = manifestHash(toMap(files));
    const before = lastRecorded(audit);
    if (before !== null && before !== hash)
      return fault('The record of its files was lost, and they are not those that the audit log names');
    if (files.some((file) => file.hash === null)) return fault('Not every file could be read: nothing is recorded yet');
    // The log first: what it refuses is not adopted.
    if (before === null) append(audit, places, 'first adoption', hash, files.length);
    manifest.record(files, 'first adoption', clock.now());
    return null;
  };
  const look = async (): Promise<SelfCheck[]> => {
    const places = locations();
    const audit = auditLog();
    const state = constituted.state();
    if (state !== 'here' || audit === null)
      return state === 'never' ? [] : [fault('The immune system is gone, and no act has removed it')];
    const lost = adopt(places, audit);
    const checks = await validateSelf(places, manifest, clock.now(), audit.head().position);
    return lost === null ? checks : [lost, ...checks];
  };
  return {
    last() {
      const found = kept.get();
      return { self: found?.self ?? [], selfCheckedAt: found?.at ?? null };
    },
    async run() {
      const self = await look().catch((error: unknown): SelfCheck[] => [
        { check: 'integrity', subject: 'immune system', result: 'could-not-check', detail: messageOf(error) },
      ]);
      kept.set({ self, at: clock.now() });
      onChange();
      return self;
    },
    settled(paths) {
      const recorded = manifest.read();
      if (recorded.size === 0) return;
      const audit = auditLog();
      const places = locations();
      const own = hashOwnFiles(places).filter(({ path }) => paths.includes(path));
      const gone = paths.filter((path) => recorded.has(path));
      const changed = own.filter(({ path, hash }) => recorded.get(path) !== hash);
      if (changed.length === 0 && gone.every((path) => own.some((file) => file.path === path))) return;
      manifest.amend(gone, own, 'a logged act', clock.now());
      const found = kept.get();
      const isSettled = ({ check, subject }: SelfCheck): boolean => check === 'integrity' && paths.includes(subject);
      if (found !== null) kept.set({ ...found, self: found.self.filter((one) => !isSettled(one)) });
      try {
        const now = manifest.read();
        if (audit !== null) append(audit, places, 'a logged act changed it', manifestHash(now), now.size);
      } catch (error) {
        log.write('error', 'The new record of the immune system could not be written to the log', { error: messageOf(error) });
      }
    },
  };
}

const append = (audit: AuditLog, { keys }: Locations, why: string, hash: string, files: number): unknown =>
  audit.append({
    type: 'auto-enforcement',
    target: keys.immuneSystem,
    result: 'Canonical',
    reasons: [RECORDED, why, `${files} files`, `manifest: sha256:${hash}`],
  });

function lastRecorded(audit: AuditLog): string | null {
  const newest = audit.entries({ limit: 1, filter: { type: 'auto-enforcement', text: `["${RECORDED}"` } }).entries[0];
  return newest?.reasons.map((reason) => /^manifest: sha256:([0-9a-f]{64})$/.exec(reason)?.[1]).find(Boolean) ?? null;
}

const toMap = (files: readonly OwnFile[]): Map<string, string> =>
  new Map(files.flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash]])));

const fault = (detail: string): SelfCheck => ({ check: 'integrity', subject: 'manifest', result: 'violated', detail });
