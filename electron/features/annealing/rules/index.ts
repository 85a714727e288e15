import type { Rule } from './rule.ts';

/** In the order in which they are asked. */
export const rules: readonly Rule[] = [];
export type { Edit, EditPlan, Examined, FailingCode, Finding, Rule } from './rule.ts';
