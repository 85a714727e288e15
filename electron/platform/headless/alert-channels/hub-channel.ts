import { messageOf } from '../../../kernel/errors.ts';
import type { PostToHub } from '../../../kernel/hub/hub-message.ts';
import { localIso } from '../../../kernel/local-time.ts';
import type { AlertChannel } from '../../../kernel/ports/alert-channel.ts';

/** Broadcasts to the agents, in the words that they know from the original's monitor. */
export const createHubChannel = (post: PostToHub, now: () => number): AlertChannel => ({
  id: 'hub',
  async send({ kind, begun, ongoing }) {
    const issues = [...begun, ...ongoing].map(({ cause, severity, title, detail }) => ({
      type: cause,
      severity,
      message: title,
      detail,
    }));
    const isTest = kind === 'test';
    // What is over, and a report of the night, call for no action of an agent.
    if (issues.length === 0 && !isTest) return { state: 'sent' };
    try {
      const type = isTest ? 'ALERT_TEST' : 'CRITICAL_ALERT';
      const data = { type, timestamp: localIso(now()), issues, action_required: !isTest };
      await post({ from: 'MONITOR', to: 'all', type: 'broadcast', data });
      return { state: 'sent' };
    } catch (error) {
      return { state: 'again', error: messageOf(error), afterMs: null };
    }
  },
});
