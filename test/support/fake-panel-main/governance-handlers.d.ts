import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { ScenarioName } from './scenarios.ts';
type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Governed = 'constitution:view' | 'approvals:list' | 'approvals:open' | `audit:${'status' | 'list' | 'verify'}`;
/** Constitution, approvals and audit log of fixtures. A fresh look moves the times; nothing else changes. */
export declare function governanceHandlers(name: ScenarioName, act: Act): Pick<Handlers, Governed>;
export {};
