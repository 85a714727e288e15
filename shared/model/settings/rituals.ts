import { z } from 'zod';
import { positive } from './numbers.ts';

const timeZone = z.string().refine((name) => name === '' || isTimeZone(name), {
  error: 'This is no time zone. Examples: Asia/Seoul, Europe/Berlin, UTC.',
});

const every = z
  .string()
  .regex(/^[1-9]\d{0,4}(?:m|h|d)$/, { error: 'Write a number and m, h or d, such as 30m, 6h or 1d.' })
  .describe('Again and again after this much time: 30m, 6h, 1d.');

const ritual = z
  .strictObject({
    triggerHour: z.number().int().min(0).max(23).optional().describe('Hour of the day, 0 to 23.'),
    triggerMinute: z.number().int().min(0).max(59).default(0).describe('Minute of that hour.'),
    triggerWeekday: z.number().int().min(0).max(6).optional().describe('0 = Monday … 6 = Sunday; daily when it is left out.'),
    cron: z.string().min(1).optional().describe('Instead of an hour: a cron pattern of five or six fields.'),
    every: every.optional(),
    agent: z.string().min(1).default('Technical_Director').describe('Who is asked when Nightguard does not do it itself.'),
    taskType: z
      .string()
      .min(1)
      .describe('AUTONOMOUS_DEV, AUTO_UPDATE, ENV_CHECK, DIAGNOSTIC, SECURITY_UPDATE, COMMAND, or a task of an agent.'),
    instruction: z.string().default('').describe('What the agent is told.'),
    council: z.boolean().default(false).describe('Whether the agents decide on it together.'),
    run: z.array(z.string().min(1)).default([]).describe('Shell commands, run in the workspace one after the other.'),
    enabled: z.boolean().default(true).describe('false: it stays in the list and is not run.'),
    deadlineHours: positive
      .max(24 * 31)
      .optional()
      .describe('A missed run is caught up once within this many hours.'),
    timeoutMinutes: positive
      .max(24 * 60)
      .optional()
      .describe('Stopped, and counted as failed, after this many minutes.'),
  })
  .refine(
    ({ triggerHour, cron, every: interval }) => [triggerHour, cron, interval].filter((way) => way !== undefined).length <= 1,
    {
      error: 'Use one of triggerHour, cron and every.',
    },
  );

/** `rituals` in nightguard.yaml. */
export const rituals = z.strictObject({
  defaults: z
    .boolean()
    .default(true)
    .describe(
      'The night guard at 03:00 each day and the security update on Sunday at 02:00, unless one of the same name is written below.',
    ),
  python: z
    .string()
    .min(1)
    .default('libs/core_config.py')
    .describe('Python file whose RITUALS_CONFIG is read, without running it; a file that is not there is no fault.'),
  timeZone: timeZone.default('').describe('Time zone of the hours, such as Asia/Seoul. Empty: that of this machine.'),
  loopMinutes: positive.max(1440).default(10).describe('How often a ritual without an hour is run (trigger_hour None).'),
  deadlineHours: positive
    .max(24 * 31)
    .default(12)
    .describe('A run that was missed while the machine slept is caught up once within this many hours.'),
  timeoutMinutes: positive
    .max(24 * 60)
    .default(60)
    .describe('A ritual is stopped, and counted as failed, after this many minutes.'),
  onBattery: z.boolean().default(true).describe('false: rituals wait while the machine runs on battery.'),
  onMetered: z.boolean().default(true).describe('false: rituals wait while the network is metered.'),
  list: z.record(z.string().min(1), ritual).default({}).describe('Rituals by name.'),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError is the only way in which Intl says no.
    return false;
  }
}
