import { holds } from '../../kernel/paths.ts';

/**
 * The AppImage that this process runs from; null when it runs from none. A terminal that is an AppImage itself leaves its variables to whatever
 * is started in it: only where this program lies in the mount is the image ours to replace or to start again.
 * @see https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function appImageOf({ APPIMAGE: image, APPDIR: mount }: NodeJS.ProcessEnv, program: string): string | null {
  if (image === undefined || image === '' || mount === undefined || mount === '') return null;
  return holds(mount, program) ? image : null;
}
