import { z } from 'zod';
import { unloggedChangeSchema, type UnloggedChange } from '../../../../shared/model/governance.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { Decider } from '../approvals/index.ts';
import { createGuardedFiles, createMetaLog } from '../audit-log/index.ts';
import { consensusOn } from './agreed-changes.ts';
import { guardedPlaces, isLeftOut } from './guarded-places.ts';
import type { VigilPorts } from './ports.ts';
import { asOneRemoval } from './vanished.ts';

/** A person's word on a change that no act explains. */
export interface Acceptance {
  /** Relative to the workspace. */
  path: string;
  /** The beginning of the hash of what is there now (of what was there, when it was removed), at least six characters. */
  confirm: string;
  reason: string;
  decider: Decider;
}

/** Guarded files that changed without an entry in the log. */
export interface UnloggedWatch {
  /** What the last look found. */
  last(): UnloggedChange[];
  /** Begins to guard what was not guarded before, and looks. Never throws for the files' sake. */
  look(): void;
  /** A logged act has written these. */
  settled(paths: readonly string[]): void;
  /** @throws AppError `not-found`, `stale-preview` when the file changed since it was shown, `denied`, `audit-broken` */
  accept(acceptance: Acceptance): UnloggedChange;
}

/** `underWay`: paths of acts that are being done right now, here or by another living process. */
export function createUnloggedWatch(ports: VigilPorts, underWay: () => ReadonlySet<string>): UnloggedWatch {
  const { workspace, database, settings, clock, log, audit, auditLog, locations, constituted, tell, onChange } = ports;
  const begun = createFact(database, 'governance.guarded-places', z.array(z.string()));
  const places = (): string[] => guardedPlaces(settings(), locations(), constituted.state() !== 'never');
  const leaveOut = (path: string, isFolder: boolean): boolean => isLeftOut(path, isFolder, locations());
  const files = createGuardedFiles({ workspace, paths: places, leaveOut, database, clock });
  // Kept in the database: every door shows what one of them has found, and what another has settled is settled for all.
  const kept = createFact(database, 'governance.unlogged', z.array(unloggedChangeSchema));
  const last = (): UnloggedChange[] => kept.get() ?? [];
  const keep = (changes: readonly UnloggedChange[]): void => {
    if (JSON.stringify(changes) !== JSON.stringify(last())) kept.set([...changes]);
  };

  const begin = (): void => {
    const [known, now] = [begun.get() ?? [], places()];
    const fresh = now.filter((place) => !known.includes(place));
    if (fresh.length === 0 && known.length === now.length) return;
    files.begin(fresh);
    begun.set(now);
  };
  /** A change that was agreed on beforehand is an act like any other: it is written down, and is no alarm. */
  const isAgreed = (change: UnloggedChange): boolean => {
    const agreed = auditLog() === null ? null : consensusOn(database, change);
    if (agreed === null) return false;
    const act = { type: 'guarded.agreed', target: change.path, actor: 'person (editor)', paths: [change.path] };
    const intent = audit.intent(act);
    audit.outcome(intent, { result: 'done', reasons: [`consensus ${agreed}`, ...hashes(change)] });
    return true;
  };
  const search = (): UnloggedChange[] => {
    const busy = underWay();
    const changes = files.findUnlogged().filter((change) => !busy.has(change.path) && !isAgreed(change));
    return constituted.state() === 'gone' ? asOneRemoval(changes, locations()) : changes;
  };
  const announce = (changes: readonly UnloggedChange[]): void => {
    const before = last();
    // One cause, one message: a file that is written again and again stays the one that nobody has accepted.
    const fresh = changes.filter(({ path, change }) => !before.some((one) => one.path === path && one.change === change));
    keep(changes);
    if (fresh.length > 0) {
      const summary = fresh.map(({ path, change }) => `${path} (${change})`).join(', ');
      tell({ tag: 'unlogged', kind: 'unlogged', values: { count: fresh.length, summary } });
    }
  };
  return {
    last,
    look() {
      try {
        // Where there never was a log, nothing could say that a change is logged.
        if (auditLog() !== null) begin();
        if (begun.get() !== null) announce(search());
      } catch (error) {
        log.write('error', 'Guarded files could not be looked at', { error: messageOf(error) });
      }
      onChange();
    },
    settled(paths) {
      if (paths.length === 0) return;
      files.record(paths);
      keep(last().filter(({ path }) => !paths.some((one) => path === one || path.startsWith(`${one}/`))));
    },
    accept({ path, confirm, reason, decider }) {
      const change = search().find((one) => one.path === path);
      if (change === undefined) throw new AppError('not-found', `No unlogged change of ${path} is known.`);
      if (change.change === 'unreadable')
        throw new AppError(
          'denied',
          `${path} could not be read (${change.detail ?? ''}): what cannot be seen cannot be accepted.`,
        );
      const typed = confirm.trim().toLowerCase();
      if (typed.length < SHORTEST || !(change.is ?? change.was ?? '').startsWith(typed))
        throw new AppError(
          'stale-preview',
          `That is not the beginning of the hash of ${path} as it is now. Nothing was accepted.`,
        );
      database.transaction(() => {
        const { name, door } = decider;
        const act = { type: 'guarded.accept', target: path, actor: `person (${door})`, paths: [path], notes: name };
        const intent = audit.intent(act);
        if (isConstitution(path)) writeMeta(change, reason, name);
        audit.outcome(intent, { result: 'done', reasons: [reason, ...hashes(change)] });
      });
      // Without a log nobody tells us that it has ended.
      if (auditLog() === null) files.record([path]);
      if (isWholeConstitution(path)) constituted.end();
      keep(last().filter((one) => one.path !== path));
      onChange();
      return change;
    },
  };

  /** Only while it is gone: a folder is no file that could change. */
  function isWholeConstitution(path: string): boolean {
    return path === locations().keys.immuneSystem && constituted.state() === 'gone';
  }

  function isConstitution(path: string): boolean {
    const { canon, metaDoctrine, immuneDoctrine, immuneSystem } = locations().keys;
    const isOwn = [canon, metaDoctrine, immuneDoctrine].includes(path) || path.startsWith(`${immuneSystem}/`);
    return isOwn && constituted.state() === 'here';
  }

  function writeMeta({ path, change, is }: UnloggedChange, reason: string, name: string): void {
    createMetaLog({ path: locations().metaAuditLog, clock }).append({
      target: path,
      change_type: change === 'created' ? 'create' : change === 'removed' ? 'delete' : 'modify',
      description: 'A change that no act explains was accepted by a person.',
      rationale: reason,
      approved_by: name,
      ...(is === null ? {} : { content_hash: `sha256:${is}` }),
    });
  }
}

const SHORTEST = 6;

const hashes = ({ change, was, is }: UnloggedChange): string[] => [
  change,
  `was: ${was === null ? 'no file' : `sha256:${was}`}`,
  `is: ${is === null ? 'no file' : `sha256:${is}`}`,
];
