import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { SecuritySummary, SecurityView } from '../../../shared/model/security.ts';
import type { ScenarioName } from './scenarios.ts';
/** What the panel meets in a scenario. */
export declare const securityViewOf: (name: ScenarioName) => SecurityView;
type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
/** The security channels of the fake guardian: a run goes through its phases, and ends where the view says. */
export declare function securityHandlers(act: Act, name: ScenarioName, tell: (summary: SecuritySummary) => void): Pick<Handlers, `security:${'status' | 'run' | 'preview' | 'rollback'}`>;
export {};
