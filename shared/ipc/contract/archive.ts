import { z } from 'zod';
import {
  archivePageSchema,
  archiveVerifySchema,
  prunePreviewSchema,
  releaseIdSchema,
  textDiffSchema,
} from '../../model/updates.ts';
import { nothing, path, token } from './values.ts';

/** Which two contents a diff compares. */
const diffRequestSchema = z.discriminatedUnion('kind', [
  /** What a release did to one file. */
  z.object({ kind: z.literal('release'), release: releaseIdSchema, path }),
  /** An archived version against the file as it is today. */
  z.object({ kind: z.literal('version'), archiveId: z.number().int().positive() }),
  /** A held file: as it is here against as it is in Core. */
  z.object({ kind: z.literal('held'), path }),
]);
export type DiffRequest = z.infer<typeof diffRequestSchema>;

/** Old bytes: what differs, what is kept, whether it is intact, what may go. */
export const archiveChannels = {
  'diff:get': { input: diffRequestSchema, output: textDiffSchema },
  'archive:list': {
    input: z.object({
      query: z.string().max(512),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    output: archivePageSchema,
  },
  'archive:verify': { input: nothing, output: archiveVerifySchema },
  'archive:prunePreview': { input: nothing, output: prunePreviewSchema },
  'archive:prune': { input: z.object({ token }), output: prunePreviewSchema },
} as const;
