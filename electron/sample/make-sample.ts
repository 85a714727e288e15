import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BASELINE, CORE_UPDATES, LOCAL_EDITS, SETTINGS } from './sample-files.ts';

/** A workspace to try things on, and the folder that its updates come from. */
export interface Sample {
  workspace: string;
  core: string;
}

/**
 * The sample in a folder, made when it is not there. It is kept between starts, with all that was done in it.
 * First workspace and Core are alike and `lookOnce` runs one update cycle, so that Nightguard knows what they had in common; then updates wait in Core.
 * Made beside its place and renamed, so that a start that was interrupted leaves no half of it.
 */
export async function ensureSample(folder: string, lookOnce: (workspace: string) => Promise<void>): Promise<Sample> {
  if (!existsSync(folder)) {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    const { workspace, core } = placesIn(draft);
    writeFiles(workspace, { ...BASELINE, 'nightguard.yaml': SETTINGS });
    writeFiles(core, BASELINE);
    await lookOnce(workspace);
    writeFiles(core, CORE_UPDATES);
    writeFiles(workspace, LOCAL_EDITS);
    renameSync(draft, folder);
  }
  return placesIn(folder);
}

const placesIn = (folder: string): Sample => ({ workspace: join(folder, '97layerOS'), core: join(folder, 'Core') });

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
