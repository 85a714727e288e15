import { messageOf } from '../../../kernel/errors.ts';
import type { PostToHub } from '../../../kernel/hub/hub-message.ts';
import { localIso } from '../../../kernel/local-time.ts';
import type { AlertChannel } from '../../../kernel/ports/alert-channel.ts';

/** Broadcasts to the agents, in the words that they know from the original's monitor. */
export const createHubChannel = (post: PostToHub, now: () => number): AlertChannel => ({
  id: 'hub',
  async send({ begun, ongoing, gone }) {
    const issues = [...begun, ...ongoing].map(({ cause, severity, title, detail }) => ({
      type: cause,
      severity,
      message: title,
      detail,
    }));
    // What is over calls for no action of an agent.
    if (issues.length === 0 && gone.length > 0) return { state: 'sent' };
    try {
      const data = { type: 'CRITICAL_ALERT', timestamp: localIso(now()), issues, action_required: true };
      await post({ from: 'MONITOR', to: 'all', type: 'broadcast', data });
      return { state: 'sent' };
    } catch (error) {
      return { state: 'again', error: messageOf(error), afterMs: null };
    }
  },
});
