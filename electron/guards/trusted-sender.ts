import { isAddressOf, type OwnPage } from './own-pages.ts';

/** The part of Electron's event that trust depends on. */
export interface Sender {
  /** Null when the frame has gone away meanwhile. */
  senderFrame: { url: string } | null;
}

/** True only for the top frame of the page's own window, while it shows that page. */
export function isTrustedSender(event: Sender, page: OwnPage, frame: { url: string } | undefined): boolean {
  return (
    frame !== undefined && event.senderFrame !== null && event.senderFrame === frame && isAddressOf(page, event.senderFrame.url)
  );
}
