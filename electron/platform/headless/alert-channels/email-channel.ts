import type { AlertMessage } from '../../../../shared/model/alerts.ts';
import type { AlertChannel, Sent } from '../../../kernel/ports/alert-channel.ts';
import type { MessageText } from './message-text.ts';

export interface EmailOptions {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  /** Null: the server is asked without one. */
  password: () => string | null;
  sender: string;
  recipients: readonly string[];
  textOf: (message: AlertMessage) => MessageText;
  /** Milliseconds. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;

/** E-mail by SMTP. The message's id comes from its key, so that a mailbox can tell a repetition. */
export const createEmailChannel = (options: EmailOptions): AlertChannel => ({
  id: 'email',
  async send(message, key) {
    const { host, port, secure, user, password, sender, recipients, textOf, timeoutMs = TIMEOUT_MS } = options;
    const pass = password();
    // Read when the first message goes out: most guardians never send one.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host,
      port,
      secure,
      ...(user === '' || pass === null ? {} : { auth: { user, pass } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    });
    try {
      const { title, lines } = textOf(message);
      await transport.sendMail({
        from: sender,
        to: [...recipients],
        subject: title.replaceAll(/\s+/g, ' '),
        text: lines.join('\n'),
        messageId: `<${key}@nightguard>`,
        // Nothing in a message may name a file or an address to be fetched.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { state: 'sent' };
    } catch (error) {
      return verdictOf(error);
    } finally {
      transport.close();
    }
  },
});

/** 5xx is refused for good, but for what an administrator may mend: a wrong password (535). */
function verdictOf(error: unknown): Sent {
  const code =
    error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  const name = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'SMTP';
  const reason = code === null ? name : `${name} ${code}`;
  return code !== null && code >= 500 && code !== 535
    ? { state: 'never', error: reason }
    : { state: 'again', error: reason, afterMs: null };
}
