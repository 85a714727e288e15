import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chooseElectron } from '../../build/packaging/choose-electron.ts';
import { packFolder } from '../../build/packaging/run-builder.ts';

// The packed folder beside the bare Electron that it holds, with the same languages. What an Electron application weighs anyhow is no merit and no fault of ours.
const GOAL = 1.15;

const electron = await chooseElectron(true);
const out = await mkdtemp(join(tmpdir(), 'nightguard-size-'));
try {
  if ((await packFolder({ electron, out })) !== 0) throw new Error('It could not be packed.');
  const packed = join(out, 'linux-unpacked');
  const languages = new Set(readdirSync(join(packed, 'locales')));
  const ours = sizeOf(packed, () => true);
  const bare = sizeOf(electron.folder ?? '', (file) => !file.includes('/locales/') || languages.has(basename(file)));
  const archive = statSync(join(packed, 'resources', 'app.asar')).size;
  const ratio = ours / bare;
  const verdict = ratio <= GOAL ? 'reached' : 'NOT reached';
  console.log(
    `size of the packed application: ${megabytes(ours)}, of which app.asar ${megabytes(archive)}; bare Electron ${electron.version} with the same languages: ` +
      `${megabytes(bare)}; ratio ${ratio.toFixed(3)}  goal ≤ ${GOAL}  ${verdict}`,
  );
} finally {
  await rm(out, { recursive: true, force: true });
}

function sizeOf(folder: string, counts: (file: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(counts)
    .reduce((sum, file) => sum + statSync(file).size, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
