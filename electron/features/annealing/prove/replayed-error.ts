import type { FailedCommand } from '../../../../shared/model/annealing.ts';
import type { ProcessResult } from '../../../kernel/ports/process-runner.ts';
import { placeFrames } from '../capture/place-frames.ts';
import { createSourceMaps } from '../capture/source-maps.ts';
import { keyOf } from '../group/fingerprint.ts';
import { exitError } from '../parse/exit-error.ts';
import { lastError } from '../parse/parse-output.ts';

/** The key of what a replay failed with. */
export async function keyOfOutput(
  { stdout, stderr, code, end }: ProcessResult,
  { argv, cwd }: FailedCommand,
  workspace: string,
): Promise<string> {
  const output = `${stdout}\n${stderr}`;
  const error =
    lastError(output) ?? exitError(argv[0] ?? '', { exitCode: code, signal: end === 'killed' ? 'signal' : null }, output);
  const frames = await createSourceMaps(workspace).map(placeFrames(error.frames, { roots: [workspace], cwd }));
  return keyOf({ type: error.type, frames });
}
