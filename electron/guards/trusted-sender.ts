import { isPanelUrl } from './panel-origin.ts';

/** The part of Electron's event that trust depends on. */
export interface Sender {
  /** Null when the frame has gone away meanwhile. */
  senderFrame: { url: string } | null;
}

/** True only for the top frame of the panel's own window, showing a page of ours. */
export function isTrustedSender(event: Sender, panelFrame: { url: string } | undefined): boolean {
  return (
    panelFrame !== undefined &&
    event.senderFrame !== null &&
    event.senderFrame === panelFrame &&
    isPanelUrl(event.senderFrame.url)
  );
}
