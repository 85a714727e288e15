export { openEnvironment, type CheckOptions, type EnvironmentDuty, type EnvironmentPorts } from './open-environment.ts';
export { toJson } from './report/to-json.ts';
export type { WorkspaceKind } from './needs/needs-of.ts';
