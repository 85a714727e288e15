import type { Session } from 'electron';
import { SCHEME } from './panel-origin.ts';

/** No permission is ever given, nothing is downloaded, and no request leaves for anything but our own scheme. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
}

// The developer tools are pages of Chromium itself; they open in an unpackaged application only.
const isOwn = (url: string): boolean => url.startsWith(`${SCHEME}://panel/`) || url.startsWith('devtools://');
