import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Gate, Judgement } from '../../../kernel/ports/gate.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { hasConstitution, locate, type Constituted, type Locations } from '../constitution/index.ts';
import { compilePolicy, type Policy } from './compile-policy.ts';
import { decide, type Decision } from './decide.ts';
import { contentHashOf, fingerprintOf } from './fingerprint.ts';

export interface PolicyGateOptions {
  workspace: string;
  /** Must hand out the same object until the settings change: that is when rules are compiled again. */
  settings: () => GovernanceSettings;
  approvals: Approvals;
  constituted: Pick<Constituted, 'state'>;
  clock: Pick<Clock, 'now'>;
}

/** The gate of the house, which also says what it would say. */
export interface PolicyGate extends Gate {
  /** What the rules alone say; asks nobody and uses nothing up. */
  preview(act: Act): Decision;
}

const HOUR_MS = 3_600_000;

/** Rules first, then approvals. Whatever goes wrong on the way is a deny. */
export function createPolicyGate({ workspace, settings, approvals, constituted, clock }: PolicyGateOptions): PolicyGate {
  let compiled: { from: GovernanceSettings; locations: Locations; constitution: boolean; policy: Policy } | undefined;
  const policy = (): Policy => {
    const current = settings();
    const locations = compiled?.from === current ? compiled.locations : locate(workspace, current);
    // Looked at each time: a constitution that has just come guards at once.
    const constitution = hasConstitution(locations);
    if (compiled?.from !== current || compiled.constitution !== constitution) {
      compiled = { from: current, locations, constitution, policy: compilePolicy(current, locations, constitution) };
    }
    return compiled.policy;
  };
  const preview = (act: Act): Decision =>
    constituted.state() === 'gone' ? goneFrom(workspace, settings()) : decide(policy(), act);
  return {
    preview,
    judge(act) {
      try {
        const decision = preview(act);
        if (decision.effect === 'allow') return { verdict: 'allow' };
        if (decision.effect === 'deny') return { verdict: 'deny', reason: decision.reason };
        return askFor(act, decision, clock.now());
      } catch (error) {
        return { verdict: 'deny', reason: `It could not be decided whether this is allowed: ${messageOf(error)}` };
      }
    },
  };

  function askFor(act: Act, { rule, reason, procedure }: Extract<Decision, { effect: 'ask' }>, now: number): Judgement {
    const fingerprint = fingerprintOf(act);
    const contentHash = contentHashOf(act);
    const answer = approvals.useOrAsk({
      fingerprint,
      contentHash,
      rule: reason.includes(rule) ? reason : `${rule}: ${reason}`,
      procedure,
      now,
      actor: act.actor,
      type: act.type,
      target: act.target,
      paths: act.paths,
      summary: act.summary ?? `${act.type}: ${act.target}`,
      diff: act.diff?.() ?? null,
      ...(act.contents === undefined ? {} : { contents: act.contents }),
      risk: procedure === 'meta' ? 'high' : (act.risk ?? 'medium'),
      file: null,
      expiresAt: now + settings().approvals.waitHours * HOUR_MS,
    });
    switch (answer.outcome) {
      case 'used':
        return { verdict: 'allow' };
      case 'denied':
        return { verdict: 'deny', reason: answer.reason, again: answer.id !== 0 };
      case 'pending':
        return {
          verdict: 'ask',
          reason: `${reason} It waits for you: nightguard approvals show ${answer.id}`,
          again: !answer.fresh,
        };
    }
  }
}

/** What guards a workspace cannot be put aside by removing it: nothing is done until it is back, or a person has said that it is not coming. */
function goneFrom(workspace: string, settings: GovernanceSettings): Decision {
  const { immuneSystem } = locate(workspace, settings).keys;
  const way = `Put it back, or say that it is meant: nightguard audit accept ${immuneSystem} --reason TEXT`;
  return { effect: 'deny', rule: 'constitution gone', reason: `The immune system of this workspace is gone. ${way}` };
}
