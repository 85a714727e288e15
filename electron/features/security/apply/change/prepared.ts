import type { Ecosystem, PlannedUpgrade } from '../../../../../shared/model/security.ts';
import type { ToolProcess } from '../../../../kernel/ports/tool-runner.ts';

/** A file of the workspace that an upgrade rewrites. */
export interface FileEdit {
  /** Relative to the workspace. */
  path: string;
  absolute: string;
  before: Uint8Array;
  after: Uint8Array;
}

/** A change that has been resolved: exactly what will be done, before anything is. */
export interface Prepared {
  /** Including what moves along with what was planned. */
  upgrades: readonly PlannedUpgrade[];
  edits: readonly FileEdit[];
  /** What may be changed, and must therefore be copied before. Absolute. */
  places: readonly string[];
  /** Changes the environment. The caller has written the files of `edits` before. */
  change(options: ChangeOptions): Promise<ChangeResult>;
}

export interface ChangeOptions {
  signal: AbortSignal;
  onStart: (process: ToolProcess) => void;
}

export type ChangeResult = { ok: true } | { ok: false; reason: string };

export type Preparation = { ok: true; prepared: Prepared } | { ok: false; reason: string };

/** A package that moves along with an upgrade, or comes with it (`from` is ''). */
export const dependency = (ecosystem: Ecosystem, name: string, from: string, to: string): PlannedUpgrade => ({
  ecosystem,
  name,
  from,
  to,
  reason: 'dependency',
  major: false,
  clears: [],
  source: ecosystem,
  releasedAt: null,
});
