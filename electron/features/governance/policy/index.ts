export * as actTypes from './built-in-rules.ts';
export { compilePolicy, type Policy } from './compile-policy.ts';
export { decide, type Decision } from './decide.ts';
export { contentHashOf } from './fingerprint.ts';
export { createPolicyGate, type PolicyGate, type PolicyGateOptions } from './policy-gate.ts';
