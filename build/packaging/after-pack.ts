import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { Arch, type AfterPackContext } from 'electron-builder';
import { packUpdateFeed } from './update-feed.ts';
import { fuseConfig } from './fuses.ts';

/** Between the copying and the signing of each packed folder: Electron's sample application goes, where updates come from is packed, and the fuses are set. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { electronPlatformName: platform, packager, appOutDir, arch } = context;
  const isMac = platform === 'darwin';
  const { productFilename } = packager.appInfo;
  const resources = isMac ? join(appOutDir, `${productFilename}.app`, 'Contents', 'Resources') : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  packUpdateFeed(resources, process.env);
  const binary = isMac
    ? join(appOutDir, `${productFilename}.app`)
    : join(
        appOutDir,
        platform === 'win32' ? `${productFilename}.exe` : (packager.config.linux?.executableName ?? productFilename),
      );
  // Apple's own processors run nothing whose signature does not fit, until the real one is made.
  await flipFuses(binary, fuseConfig(isMac && arch !== Arch.x64));
}
