export { openApi } from './openapi.ts';
export { openLoopback } from './open-loopback.ts';
export type { AgentBeat, LoopbackPorts } from './ports.ts';
