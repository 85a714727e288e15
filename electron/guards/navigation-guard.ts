import type { WebContents } from 'electron';
import { addressOf, isAddressOf, type OwnPage } from './own-pages.ts';

/** A page of ours stays the page that it is: no other address, no second window, no embedded page. */
export function guardNavigation(contents: WebContents, page: OwnPage): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isAddressOf(page, event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAddressOf(page, event.url)) event.preventDefault();
  });
  // Nobody is asked about `about:blank`: a page that has emptied itself is loaded again.
  contents.on('did-navigate', (_event, url) => {
    if (!isAddressOf(page, url)) void contents.loadURL(addressOf(page));
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
