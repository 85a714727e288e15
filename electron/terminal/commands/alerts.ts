import { personHere } from '../decider.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { alertLines, channelLines, testLines } from '../text/alerts.ts';
import { printable } from '../text/printable.ts';

/** What is open, how each channel fares. Ends with 1 while something is open that nobody has acknowledged, or a channel is dead. */
export function alertsList({ output, voice, withGuardian }: Session, limit: number): Promise<number> {
  return withGuardian(({ alerts }) => {
    const view = alerts.view(limit);
    output.document(view);
    output.lines([...alertLines(view.alerts, voice), '', ...channelLines(view.channels, voice)]);
    const isWell =
      view.channels.every(({ state }) => state !== 'dead') &&
      view.alerts.every(({ goneAt, acknowledgedAt }) => goneAt !== null || acknowledgedAt !== null);
    return isWell ? EXIT.ok : EXIT.notWell;
  });
}

/** Sends a test to one channel, or to all that are configured. */
export function alertsTest({ output, voice, withGuardian }: Session, channel: string | null): Promise<number> {
  return withGuardian(async ({ alerts }) => {
    const tests = await alerts.test(channel);
    output.document({ tests });
    output.lines(testLines(tests, voice));
    return tests.every(({ delivered }) => delivered) ? EXIT.ok : EXIT.notWell;
  });
}

/** Stops reminders of a cause until it comes again. */
export function alertsAck({ output, voice, withGuardian }: Session, cause: string): Promise<number> {
  return withGuardian(({ alerts }) => {
    const by = personHere().name;
    alerts.acknowledge(cause, by);
    output.document({ cause, acknowledgedBy: by });
    output.lines([voice.t('terminal.alerts.acknowledged', { cause: printable(cause) })]);
    return EXIT.ok;
  });
}
