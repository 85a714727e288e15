import { isAbsolute, resolve } from 'node:path';
import type { UpdatesSettings } from '../../../../shared/model/settings.ts';
import { asAppError } from '../../../kernel/errors.ts';
import { inspectRoot, type RootInspection } from '../survey/root.ts';
import type { Survey, SurveyProgress, SurveyRequest } from '../survey/types.ts';
import type { CycleContext, CycleOptions, Unavailable } from './context.ts';

export interface Seen {
  state: 'seen';
  survey: Survey;
  source: string;
  root: Extract<RootInspection, { state: 'ok' | 'first-seen' | 'marker-missing' }>;
}

/** Absolute path of the Core folder, or null while none is set. */
export function sourceFolder(workspace: string, { source }: Pick<UpdatesSettings, 'source'>): string | null {
  if (source === undefined) return null;
  return isAbsolute(source) ? source : resolve(workspace, source);
}

/** Core is there, but still changing: look again after `waitMs`. `youngest` is the latest arrival that was seen. */
export interface Unquiet {
  state: 'unquiet';
  waitMs: number;
  youngest: number;
  files: number;
}

/**
 * Compares Core and workspace when Core is there, trusted and quiet. A set that is younger than the quiet time is left for
 * later, so that a batch which still arrives is taken as one.
 */
export async function look(context: CycleContext, options: CycleOptions): Promise<Seen | Unquiet | Unavailable> {
  const settings = context.settings();
  const source = sourceFolder(context.workspace, settings);
  if (source === null)
    return {
      state: 'unavailable',
      code: 'source-not-set',
      message: 'No Core folder is set: add updates.source to nightguard.yaml.',
    };
  try {
    const root = inspectRoot(source, context.database, settings.allowStream);
    if (root.state === 'unavailable') return { state: 'unavailable', code: root.code, message: root.message };
    const survey = await surveyFor(context, source, options);
    // What vanished while it was being read is no deletion.
    const after = inspectRoot(source, context.database, settings.allowStream);
    if (after.state === 'unavailable') return { state: 'unavailable', code: after.code, message: after.message };
    const waitMs = options.dryRun ? 0 : remainingQuiet(survey, settings, context.clock.now());
    // A clock that was set back makes files look young for ever: unchanged after a full wait is quiet.
    if (waitMs === 0 || survey.youngestArrival === options.quietSince) return { state: 'seen', survey, source, root: after };
    return { state: 'unquiet', waitMs, youngest: survey.youngestArrival, files: survey.rows.length };
  } catch (error) {
    const { code, message } = asAppError(error);
    if (code === 'cancelled' || code === 'disposed') throw error;
    return { state: 'unavailable', code: code === 'source-missing' ? 'source-missing' : 'source-unreadable', message };
  }
}

/** A part of Core in which nothing is left may mean that all of it is gone: that is looked at as a whole. */
async function surveyFor(context: CycleContext, source: string, options: CycleOptions): Promise<Survey> {
  const hooks = {
    signal: options.signal,
    onProgress: ({ done, total }: SurveyProgress) => options.onProgress({ phase: 'hashing', done, total, release: null }),
  };
  const request = requestOf(context, source, options);
  const survey = await context.surveyor.survey(request, hooks);
  const isStrange =
    !survey.full && survey.counts.sourceFiles === 0 && survey.rows.some((row) => row.base !== null && row.source === null);
  return isStrange ? context.surveyor.survey({ ...request, scope: { kind: 'full' } }, hooks) : survey;
}

/** A complete manifest says more than any quiet time. Milliseconds. */
function remainingQuiet(survey: Survey, { quietSeconds }: UpdatesSettings, now: number): number {
  if (survey.manifest.state === 'complete' || survey.youngestArrival === 0) return 0;
  const quiet = quietSeconds * 1000;
  return Math.min(Math.max(survey.youngestArrival + quiet - now, 0), quiet);
}

function requestOf(context: CycleContext, source: string, options: CycleOptions): SurveyRequest {
  const { include, exclude, maxFileMB, archive, allowStream } = context.settings();
  return {
    databasePath: context.database.path,
    workspace: context.workspace,
    source,
    include,
    exclude,
    maxFileBytes: maxFileMB * 1024 * 1024,
    archivePath: archive.path,
    allowStream,
    scope: options.scope,
  };
}
