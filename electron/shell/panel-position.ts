export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MARGIN = 8;

/**
 * Where the panel goes, in screen pixels: beside the tray icon, inside the work area. `trayIcon` is undefined, or empty, where the platform
 * does not say (Linux); then the panel goes to the corner where most panels have their tray: top right.
 */
export function panelPosition(
  panel: { width: number; height: number },
  workArea: Rectangle,
  trayIcon: Rectangle | undefined,
): { x: number; y: number } {
  const right = workArea.x + workArea.width - panel.width - MARGIN;
  const bottom = workArea.y + workArea.height - panel.height - MARGIN;
  const known = trayIcon !== undefined && trayIcon.width > 0 && trayIcon.height > 0;
  const wish = known ? besideIcon(panel, workArea, trayIcon) : { x: right, y: workArea.y + MARGIN };
  return {
    x: Math.round(Math.max(workArea.x + MARGIN, Math.min(wish.x, right))),
    y: Math.round(Math.max(workArea.y + MARGIN, Math.min(wish.y, bottom))),
  };
}

/** Centred on the icon; below it when the icon is in the upper half of the screen, above it otherwise. */
function besideIcon(panel: { width: number; height: number }, workArea: Rectangle, icon: Rectangle): { x: number; y: number } {
  const centre = icon.x + icon.width / 2;
  const upper = icon.y + icon.height / 2 < workArea.y + workArea.height / 2;
  return { x: centre - panel.width / 2, y: upper ? icon.y + icon.height + MARGIN : icon.y - panel.height - MARGIN };
}
