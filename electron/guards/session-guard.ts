import type { Session } from 'electron';
import { isAddressOf, type OwnPage } from './own-pages.ts';

/** No permission is ever given, nothing is downloaded, and no request leaves for anything but the page's own origin. */
export function guardSession(session: Session, page: OwnPage): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The developer tools are pages of Chromium itself; they open in an unpackaged application only.
  const isOwn = (url: string): boolean => isAddressOf(page, url) || url.startsWith('devtools://');
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
}
