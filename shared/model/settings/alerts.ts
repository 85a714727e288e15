import { z } from 'zod';
import { count, positive } from './numbers.ts';

const severity = z.enum(['INFO', 'WARNING', 'ERROR', 'CRITICAL']);
const from = (fallback: z.infer<typeof severity>) =>
  severity.default(fallback).describe('From which severity on this channel is used.');
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'Write an hour and minutes, such as 23:00.' });

const quietHours = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .describe('Nothing but CRITICAL is sent in these hours; the rest comes as one morning report.'),
  from: timeOfDay.default('23:00').describe('When they begin, such as 23:00.'),
  to: timeOfDay.default('07:00').describe('When they end, such as 07:00.'),
  morningReport: z
    .boolean()
    .default(true)
    .describe('After these hours: what was done, held, healed and failed, on every channel but those for CRITICAL alone.'),
});

const webhook = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe('Where the message is posted.'),
  kind: z.enum(['generic', 'slack', 'discord']).default('generic').describe('The shape of the message.'),
  from: from('ERROR'),
});

const email = z.strictObject({
  enabled: z.boolean().default(false).describe('Whether e-mail is sent.'),
  host: z.string().default('').describe('SMTP server.'),
  port: positive.max(65_535).default(587).describe('Port of the SMTP server.'),
  secure: z
    .boolean()
    .default(false)
    .describe('TLS from the first byte, as on port 465; otherwise STARTTLS is used where the server has it.'),
  user: z.string().default('').describe('The password is read from SMTP_PASSWORD, in the workspace’s .env or the environment.'),
  sender: z.string().default('').describe('Address that messages come from.'),
  recipients: z.array(z.string().min(3)).default([]).describe('Addresses that messages go to.'),
  from: from('ERROR'),
});

/** `alerts` in nightguard.yaml. */
export const alerts = z.strictObject({
  batchSeconds: count.max(3600).default(30).describe('What comes within this time is told in one message.'),
  resolveSeconds: count.max(3600).default(120).describe('A cause must be gone for this long before it is told to be gone.'),
  reminderHours: z
    .array(positive.max(24 * 7))
    .min(1)
    .default([1, 4, 12, 24])
    .describe('Pauses between reminders of what is neither acknowledged nor gone; the last one goes on.'),
  capPerHour: positive
    .max(1000)
    .default(6)
    .describe('Messages an hour on each channel; what is more is gathered into the next one.'),
  quietHours: quietHours.prefault({}).describe('When only what is CRITICAL may wake a person.'),
  desktop: z
    .strictObject({
      enabled: z.boolean().default(true).describe('Whether this desktop shows notifications.'),
      from: from('WARNING'),
    })
    .prefault({})
    .describe('Desktop notifications.'),
  telegram: z
    .strictObject({
      enabled: z.boolean().default(false).describe('Whether messages go to a Telegram chat.'),
      chatId: z
        .string()
        .default('')
        .describe('The token is read from TELEGRAM_BOT_TOKEN, in the workspace’s .env or the environment.'),
      from: from('ERROR'),
    })
    .prefault({})
    .describe('Telegram messages.'),
  webhooks: z.array(webhook).default([]).describe('Generic JSON, Slack or Discord.'),
  email: email.prefault({}).describe('E-mail by SMTP.'),
  hub: z
    .strictObject({
      enabled: z.boolean().default(true).describe('Whether the agents are told.'),
      from: from('CRITICAL'),
    })
    .prefault({})
    .describe('Broadcast to the agents.'),
});
