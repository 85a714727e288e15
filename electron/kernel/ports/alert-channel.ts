import type { AlertMessage } from '../../../shared/model/alerts.ts';

/** `again`: not taken, worth another try, after so many milliseconds where the channel names a pause; `never`: it refuses this message. */
export type Sent =
  | { state: 'sent' }
  | { state: 'again'; error: string; afterMs: number | null }
  | { state: 'never'; error: string };

/** One way to a person, or to the agents. Never throws; no error holds a secret. */
export interface AlertChannel {
  id: string;
  /** `key` is the same for the same message, for channels that can tell a repetition. */
  send(message: AlertMessage, key: string, signal: AbortSignal): Promise<Sent>;
}
