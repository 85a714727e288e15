import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { ArchiveVersion, CycleResult, HeldItem, ReleaseDetail, ReleaseSummary, TextDiff } from '../../../shared/model/updates.ts';
export declare const MINUTE = 60000;
export declare const HOUR: number;
export declare const NOW: number;
export declare const hashOf: (text: string) => string;
export declare const release: (number: number, part?: Partial<ReleaseSummary>) => ReleaseSummary;
export declare const HELD: HeldItem[];
/** A file that a person rolled back: listed, but nothing to decide. */
export declare const TAKEN_BACK: HeldItem;
export declare const detailOf: (summary: ReleaseSummary) => ReleaseDetail;
export declare const diffOf: (path: string, state?: TextDiff['state']) => TextDiff;
export declare const archive: (count: number) => ArchiveVersion[];
export declare const snapshot: (part?: Partial<Snapshot>) => Snapshot;
export declare const cycle: (part?: Partial<CycleResult>) => CycleResult;
