import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { ScenarioName } from './scenarios.ts';
type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
/** An environment of fixtures: putting right installs what is missing, and says so. */
export declare function environmentHandlers(name: ScenarioName, act: Act): Pick<Handlers, `environment:${'status' | 'check'}`>;
export {};
