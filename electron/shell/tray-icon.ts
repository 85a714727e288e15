import { join } from 'node:path';
import { nativeImage, nativeTheme, type NativeImage } from 'electron';
import type { Overall } from '../../shared/model/snapshot.ts';

/** Pixels of the icon at scale 1: what the panels of each platform draw. */
const BASE_SIZE = process.platform === 'linux' ? 22 : 16;

/** The shield of a state, in the ink that the panel of this machine needs; the shape says the state, never a colour. */
export function trayIcon(folder: string, state: Overall): NativeImage {
  const ink = trayInk(
    process.platform,
    process.env['XDG_CURRENT_DESKTOP'] ?? '',
    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
  );
  const at = (size: number): string => join(folder, `${state}-${ink}-${size}.png`);
  const image = nativeImage.createFromPath(at(BASE_SIZE));
  image.addRepresentation({ scaleFactor: 2, dataURL: nativeImage.createFromPath(at(BASE_SIZE * 2)).toDataURL() });
  if (process.platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** Ink for the tray: macOS colours templates itself; GNOME's bar is dark whatever the theme. */
function trayInk(platform: NodeJS.Platform, desktop: string, darkPanel: boolean): 'dark' | 'light' {
  if (platform === 'darwin') return 'dark';
  if (platform === 'linux' && /gnome|unity|pantheon/i.test(desktop)) return 'light';
  return darkPanel ? 'light' : 'dark';
}
