import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface SampleWorkspace {
  workspace: string;
  core: string;
  /** Writes files below the workspace or below Core. */
  write(root: 'workspace' | 'core', files: Record<string, string>): Promise<void>;
  remove(): Promise<void>;
}

/** A workspace and its Core in a temporary folder, both holding `files`; Core counts as quiet after one second. */
export async function makeWorkspace(files: Record<string, string>): Promise<SampleWorkspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'nightguard-story-')));
  const roots = { workspace: join(folder, '97layerOS'), core: join(folder, 'Core') };
  const write: SampleWorkspace['write'] = async (root, contents) => {
    for (const [name, text] of Object.entries(contents)) {
      const file = join(roots[root], name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  };
  await write('core', files);
  await write('workspace', { ...files, 'nightguard.yaml': 'updates:\n  source: ../Core\n  quietSeconds: 1\n' });
  return { ...roots, write, remove: () => rm(folder, { recursive: true, force: true }) };
}
