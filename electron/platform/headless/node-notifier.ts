import notifier from 'node-notifier';
import { messageOf } from '../../kernel/errors.ts';
import type { Delivery, Notifier } from '../../kernel/ports/notifier.ts';

const APP_NAME = 'Nightguard';

/** Desktop notifications without Electron. On Linux clicks do not come back, and a later message cannot replace an earlier one. */
export function createNodeNotifier(): Notifier {
  return {
    show: ({ title, body, urgency, onClick }) =>
      new Promise<Delivery>((resolve) => {
        const options = {
          title: plain(title),
          message: unescaped(plain(body)) || ' ',
          urgency,
          'app-name': APP_NAME,
          appID: APP_NAME,
          wait: onClick !== undefined,
        };
        notifier.notify(options, (error: unknown, response?: unknown) => {
          if (error) resolve({ delivered: false, reason: messageOf(error) });
          else resolve({ delivered: true });
          if (response === 'activate') onClick?.();
        });
      }),
  };
}

/**
 * node-notifier hands its text to a shell on Linux and quotes only some of it: control characters are taken out here, and a leading dash,
 * which notify-send would take for an option, is moved off the edge.
 */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const printable = text.replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
  return printable.startsWith('-') ? `\u200B${printable}` : printable;
}

/** notify-send reads `\\n` and the like in the body; a backslash that is meant has to be written twice. */
const unescaped = (text: string): string => (process.platform === 'linux' ? text.replaceAll('\\', '\\\\') : text);
