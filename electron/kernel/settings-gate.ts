import type { Gate } from './ports/gate.ts';

/** Acts that the settings have already allowed by what they say; anything unknown is asked about. */
const ALLOWED = new Set(['update.apply', 'rollback.apply', 'archive.prune']);

/**
 * The gate of a workspace without a constitution: settings are its only law. Updates outside protected paths, rollbacks
 * and pruning by policy are allowed; what nobody has thought of asks a person.
 */
export const settingsGate: Gate = {
  judge(act) {
    if (ALLOWED.has(act.type)) return { verdict: 'allow' };
    return { verdict: 'ask', reason: `Nothing in the settings allows ${act.type}.` };
  },
};
