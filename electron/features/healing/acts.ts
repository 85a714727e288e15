import { beginAct } from '../../kernel/begin-act.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Act } from '../../kernel/ports/audit.ts';
import type { FixResult } from './checks/check.ts';
import type { HealingPorts } from './ports.ts';

/** An act of healing, judged before it begins and recorded with what came of it. */
export async function heal(
  ports: Pick<HealingPorts, 'database' | 'gate' | 'audit'>,
  act: Pick<Act, 'type' | 'target' | 'paths' | 'summary'>,
  work: () => Promise<FixResult> | FixResult,
): Promise<FixResult> {
  const { judgement, intent } = beginAct(ports, { ...act, actor: 'nightguard', risk: 'low' });
  if (intent === null) return { result: 'not-allowed', details: `${act.type} ${act.target}: ${judgement.reason}`, freedBytes: 0 };
  try {
    const result = await work();
    ports.audit.outcome(intent, { result: result.result === 'healed' ? 'done' : 'failed', reasons: [result.details] });
    return result;
  } catch (error) {
    ports.audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
    return { result: 'failed', details: `${act.target}: ${messageOf(error)}`, freedBytes: 0 };
  }
}

export const healed = (details: string, freedBytes = 0): FixResult => ({ result: 'healed', details, freedBytes });
export const notHealed = (details: string): FixResult => ({ result: 'failed', details, freedBytes: 0 });
export const would = (details: string, freedBytes = 0): FixResult => ({ result: 'would', details, freedBytes });
