import type { WebContents } from 'electron';
import { isPanelUrl } from './panel-origin.ts';

/** A page of ours stays a page of ours: no other address, no second window, no embedded page. */
export function guardNavigation(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isPanelUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPanelUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
