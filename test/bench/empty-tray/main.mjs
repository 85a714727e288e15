// The least that a tray application can be: the floor that Nightguard is measured against.
import { app, Menu, nativeImage, Tray } from 'electron';

void app.whenReady().then(() => {
  const icon = nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 255), { width: 22, height: 22 });
  globalThis.tray = new Tray(icon);
  globalThis.tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
