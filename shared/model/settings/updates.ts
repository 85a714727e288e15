import { z } from 'zod';
import { ARCHIVE_PATH_RULE, isArchivePath, plainArchivePath } from '../archive-path.ts';
import { count, positive } from './numbers.ts';

const DEFAULT_INCLUDE = [
  '*.py', '*.sh', '*.bash', '*.ps1',
  '*.js', '*.mjs', '*.cjs', '*.jsx', '*.ts', '*.mts', '*.cts', '*.tsx',
  '*.md', '*.json', '*.yaml', '*.yml', '*.toml', '*.txt',
]; // prettier-ignore

const verifyCommand = z.strictObject({
  run: z.string().min(1).describe('Shell command, run in the workspace.'),
  timeoutSeconds: positive.max(3600).default(120).describe('Killed, and counted as failed, after this many seconds.'),
});

const brake = z.strictObject({
  files: positive.default(50).describe('Hold a set that replaces or removes more files than this.'),
  percent: positive
    .max(100)
    .default(20)
    .describe('Hold a set that replaces or removes more than this share of all files that came from Core.'),
});

const retention = z.strictObject({
  last: positive.default(10).describe('Newest archived versions of each file that are always kept.'),
  daily: count.default(14).describe('Days for which the newest version of the day is kept.'),
  weekly: count.default(8).describe('Weeks for which the newest version of the week is kept.'),
  monthly: count.default(12).describe('Months for which the newest version of the month is kept.'),
});

const archive = z.strictObject({
  path: z
    .string()
    .min(1)
    .overwrite(plainArchivePath)
    .refine(isArchivePath, { error: ARCHIVE_PATH_RULE })
    .default('.tmp/archive')
    .describe('Where replaced files are kept, below the workspace.'),
  retention: retention.prefault({}).describe('What `archive prune` keeps. The last copy of anything is always kept.'),
});

/** `updates` in nightguard.yaml. */
export const updates = z.strictObject({
  source: z
    .string()
    .min(1)
    .optional()
    .describe('The Core folder that updates come from; absolute, or relative to the workspace.'),
  include: z.array(z.string().min(1)).min(1).default(DEFAULT_INCLUDE).describe('Which files take part, in gitignore syntax.'),
  exclude: z
    .array(z.string().min(1))
    .default([])
    .describe('Which of them do not, in gitignore syntax. .driveignore is honoured too.'),
  quietSeconds: count.max(3600).default(10).describe('A set is applied only when nothing has changed in Core for this long.'),
  when: z
    .enum(['immediate', 'ritual', 'manual'])
    .default('immediate')
    .describe('immediate: as soon as Core is quiet; ritual: at the hour of a ritual (03:00); manual: only when you ask.'),
  deletions: z
    .enum(['keep', 'archive'])
    .default('keep')
    .describe('A file that vanished from Core: keep it here, or archive and remove it.'),
  conflicts: z
    .enum(['hold', 'take-source'])
    .default('hold')
    .describe('A file that changed on both sides: hold it for you, or take the version from Core (yours is archived).'),
  brake: brake.prefault({}).describe('Sets larger than this wait for a person.'),
  maxFileMB: positive.max(2048).default(32).describe('Larger files are held.'),
  archive: archive.prefault({}).describe('Where replaced files are kept, and for how long.'),
  verify: z
    .array(verifyCommand)
    .default([])
    .describe('Commands that must succeed after an update; otherwise it is rolled back by itself.'),
  allowStream: z
    .boolean()
    .default(false)
    .describe('Allow a Drive folder in stream mode. Reading it downloads everything; mirror mode is better.'),
});
