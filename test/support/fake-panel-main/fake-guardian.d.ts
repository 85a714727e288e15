import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import { type Snapshot } from '../../../shared/model/snapshot.ts';
import { type ScenarioName } from './scenarios.ts';
/** What was asked of the fake, for the tests. */
export interface Asked {
    channel: string;
    input: unknown;
}
interface FakeGuardian {
    handlers: Handlers;
    asked: Asked[];
    snapshot(): Snapshot;
}
/** A guardian of fixtures that behaves: decisions and rollbacks change its snapshot, and are pushed like real ones. */
export declare function createFakeGuardian(name: ScenarioName, info: AppInfo, push: (name: string, value: unknown) => void): FakeGuardian;
export {};
