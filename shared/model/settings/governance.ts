import { z } from 'zod';
import { count, positive } from './numbers.ts';

const stricter = (text: string, fallback: 'refuse' | 'conditional' = 'conditional') =>
  z.enum(['refuse', 'conditional', 'off']).default(fallback).describe(text);

const judgement = z.strictObject({
  strict: z.boolean().default(false).describe('Conditional judgements block too.'),
  expiredPermission: stricter('A permission request whose time is over.', 'refuse'),
  invalidDate: stricter('A date that is none, such as 2026-02-30.'),
  missingReference: stricter('A reference to a file that does not exist.'),
  placeholder: stricter('A value that is still that of a template, such as <name> or YYYY-MM-DD.'),
  missingConsensus: stricter('An official DNA.md without a record of who agreed to it.'),
  duplicateKey: stricter('A key that is there twice: readers may take either.'),
});

const documents = z.strictObject({
  canon: z.string().min(1).default('README.md').describe('The Canon.'),
  metaDoctrine: z.string().min(1).default('METADoctrine.md').describe('The META Doctrine.'),
  immuneDoctrine: z.string().min(1).default('02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md').describe('The Immune Doctrine.'),
  immuneSystem: z
    .string()
    .min(1)
    .default('02_AAOS-Immune_system')
    .describe('Folder of the immune system, which judges and is not judged.'),
  auditLog: z.string().min(1).default('02_AAOS-Immune_system/AUDIT_LOG.md').describe('The audit log.'),
  metaAuditLog: z
    .string()
    .min(1)
    .default('02_AAOS-Immune_system/META_AUDIT_LOG.md')
    .describe('The log of changes to the constitution.'),
});

const effect = z.enum(['allow', 'ask', 'deny']);

const acts = z.strictObject({
  silent: effect
    .default('allow')
    .describe(
      'Create a folder, install a missing package, apply an update outside guarded paths, roll back, clear caches, patch upgrades.',
    ),
  majorUpgrades: effect.default('ask').describe('Upgrade a dependency to a new major version.'),
  codePatches: effect.default('ask').describe('Change code because of an error that repeats.'),
  heldReleases: effect.default('ask').describe('Apply a set that the brake holds.'),
  dissolution: z.enum(['ask', 'deny']).default('ask').describe('Archive and remove a structure. Never allowed unasked.'),
});

const actRule = z.strictObject({
  name: z.string().min(1).describe('Shown when the rule asks or denies.'),
  effect: effect.describe('Deny beats ask, ask beats allow, whatever the order.'),
  types: z.array(z.string().min(1)).default([]).describe('Kinds of acts, with * as wildcard; none means all.'),
  paths: z
    .array(z.string().min(1))
    .default([])
    .describe('Files in gitignore syntax; none means all. An allow must cover every file of an act, a deny or ask any of them.'),
  actors: z.array(z.string().min(1)).default([]).describe('Who acts, with * as wildcard; none means all.'),
  reason: z.string().default('').describe('What people read when the rule asks or denies.'),
});

const approvals = z.strictObject({
  waitHours: positive
    .max(24 * 30)
    .default(24)
    .describe('A request that nobody answers is denied after this many hours.'),
  validMinutes: positive
    .max(24 * 60)
    .default(60)
    .describe('An approval must be used within this many minutes.'),
  requests: z
    .string()
    .min(1)
    .default('permission-requests')
    .describe('Folder, below the workspace, where agents drop permission requests.'),
});

const consensus = z.strictObject({
  minimumAgents: positive.min(2).max(9).default(2).describe('Independent reviews that a change of the immune system needs.'),
  remindHours: positive
    .max(24 * 30)
    .default(24)
    .describe('How often a consensus that is owed is called for.'),
  families: z
    .array(
      z.strictObject({
        model: z.string().min(1).describe('How the names of its models begin.'),
        family: z.string().min(1).describe('Models of one family count as one voice.'),
        organization: z.string().min(1).describe('Who makes them.'),
      }),
    )
    .default([])
    .describe('Model families that Nightguard does not know, by the beginning of the model name.'),
  reviewers: z
    .array(
      z.strictObject({
        agent: z.string().min(1).max(200).describe('Its name, as its reviews have it.'),
        organization: z.string().min(1).max(200).describe('Who makes its model.'),
        model: z.string().min(1).max(200).describe('The model that it thinks with.'),
        key: z.string().min(1).describe('Its Ed25519 public key: the base64 of its 32 bytes, or PEM.'),
      }),
    )
    .default([])
    .describe('Agents that sign their reviews. Where there are any, only reviews that they have signed count.'),
  reviews: z
    .string()
    .min(1)
    .default('consensus-reviews')
    .describe('Folder, below the workspace, where signed reviews are dropped.'),
});

const telegram = z.strictObject({
  enabled: z.boolean().default(false).describe('Send requests for approval to a Telegram chat, with buttons.'),
  chatId: z
    .union([z.int(), z.string().regex(/^-?\d+$/)])
    .nullable()
    .default(null)
    .describe('The chat that requests are sent to. Buttons count in this chat only.'),
  approvers: z
    .array(
      z.union([
        z.int().positive(),
        z.strictObject({
          id: z.int().positive().describe('Telegram user id, a number.'),
          name: z.string().trim().min(1).max(100).describe('Name of the account on this machine.'),
        }),
      ]),
    )
    .default([])
    .describe(
      'Telegram user ids of those who may press the buttons; with the name that they have on this machine they may decide about the constitution too.',
    ),
  tokenVariable: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/)
    .default('TELEGRAM_BOT_TOKEN')
    .describe('Name of the variable, in the environment or the .env of the workspace, that holds the token of the bot.'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.telegram.org')
    .refine((url) => /^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$))/.test(url), 'It must be an https address.')
    .describe('Where the Bot API is; another address than the default is a Bot API server of your own.'),
  language: z.enum(['en', 'ko']).default('en').describe('Language of the messages.'),
});

const audit = z.strictObject({
  checkpointFolder: z
    .string()
    .default('')
    .describe(
      'Where signed checkpoints of the audit log are put, absolute or relative to the workspace; best in a Drive folder. Empty: nowhere.',
    ),
  checkpointHours: positive
    .max(24 * 30)
    .default(24)
    .describe('How often a checkpoint is signed while entries are being added.'),
});

/** `governance` in nightguard.yaml. */
export const governance = z.strictObject({
  root: z.string().min(1).default('.').describe('Folder of the constitution, below the workspace.'),
  documents: documents.prefault({}).describe('Where its documents are, below root.'),
  structures: z
    .array(z.string().min(1))
    .default([])
    .describe('Folders that must have a DNA, in gitignore syntax, below root. Folders that have one are always judged.'),
  ignore: z
    .array(z.string().min(1))
    .default(['.*', '_archive', 'node_modules', '__pycache__'])
    .describe('Folders that are not looked into, in gitignore syntax.'),
  archive: z.string().min(1).default('_archive').describe('Where dissolved structures are kept, below root.'),
  graceDays: count.max(365).default(7).describe('Days after which a limit that is still exceeded calls for a clean-up.'),
  scanHours: positive
    .max(24 * 30)
    .default(24)
    .describe('How often all structures are judged again while Nightguard watches.'),
  audit: audit.prefault({}).describe('How the audit log is vouched for outside of this machine.'),
  judgement: judgement
    .prefault({})
    .describe('Where Nightguard judges more strictly than the original: refuse, conditional or off.'),
  acts: acts.prefault({}).describe('What Nightguard may do by itself.'),
  rules: z.array(actRule).default([]).describe('Your own rules for acts of Nightguard and of agents.'),
  guardedPaths: z
    .array(z.string().min(1))
    .default([])
    .describe('More files, in gitignore syntax, that change only by consensus; constitution and settings are always among them.'),
  approvals: approvals.prefault({}).describe('How long questions and answers live.'),
  consensus: consensus.prefault({}).describe('How the immune system itself is changed.'),
  telegram: telegram.prefault({}).describe('Approvals by Telegram.'),
});
