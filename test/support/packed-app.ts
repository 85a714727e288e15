import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { chooseElectron } from '../../build/packaging/choose-electron.ts';
import { packFolder } from '../../build/packaging/run-builder.ts';

export interface PackedApp {
  /** As it is shipped. */
  folder: string;
  /** The same with one fuse on, without which no driver can attach. */
  driven: string;
  remove(): Promise<void>;
}

/** Packs what was built, far from the checkout: nothing of its node_modules can be found from there. */
export async function packApp(): Promise<PackedApp> {
  const out = await mkdtemp(join(tmpdir(), 'nightguard-packed-'));
  const code = await packFolder({ electron: await chooseElectron(true), out });
  if (code !== 0) throw new Error(`Packing ended with ${code}.`);
  const folder = join(out, 'linux-unpacked');
  const driven = join(out, 'driven');
  await cp(folder, driven, { recursive: true });
  await flipFuses(join(driven, 'nightguard'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return { folder, driven, remove: () => rm(out, { recursive: true, force: true }) };
}
