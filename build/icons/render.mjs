/**
 * Draws the SVG sources of this folder into the PNG files that the application uses, and into what each operating system wants for its packages. Electron's own renderer draws, so nothing else is needed:
 *   node build/runtime/with-desktop.mjs electron --no-sandbox --disable-gpu build/icons/render.mjs
 * What it draws is committed; run it again after changing an SVG.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, app } from 'electron';
import png2icons from 'png2icons';

const HERE = import.meta.dirname;
const STATES = ['good', 'working', 'needs-you', 'problem', 'paused', 'unknown'];
/** Black for light panels and macOS templates, white for dark panels. */
const INKS = { dark: '#000000', light: '#ffffff' };
const TRAY_SIZES = [16, 22, 32, 44];
/** What desktops on Linux look for in hicolor. */
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST = 1024;

async function draw(page, svg, size, ink) {
  const url = await page.executeJavaScript(`(async () => {
    const image = new Image(${size}, ${size});
    image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
    await image.decode();
    const canvas = new OffscreenCanvas(${size}, ${size});
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0, ${size}, ${size});
    if (${JSON.stringify(ink)} !== null) {
      pen.globalCompositeOperation = 'source-in';
      pen.fillStyle = ${JSON.stringify(ink)};
      pen.fillRect(0, 0, ${size}, ${size});
    }
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  })()`);
  return Buffer.from(url, 'base64');
}

async function renderAll() {
  const { webContents: page } = new BrowserWindow({ show: false });
  await page.loadURL('data:text/html,<title>icons</title>');
  mkdirSync(join(HERE, 'tray'), { recursive: true });
  for (const state of STATES) {
    const svg = readFileSync(join(HERE, `tray-${state}.svg`), 'utf8');
    for (const [name, ink] of Object.entries(INKS)) {
      for (const size of TRAY_SIZES)
        writeFileSync(join(HERE, 'tray', `${state}-${name}-${size}.png`), await draw(page, svg, size, ink));
    }
  }
  await renderApp(page, readFileSync(join(HERE, 'app.svg'), 'utf8'));
}

async function renderApp(page, svg) {
  mkdirSync(join(HERE, 'linux'), { recursive: true });
  for (const size of APP_SIZES) writeFileSync(join(HERE, 'linux', `${size}x${size}.png`), await draw(page, svg, size, null));
  const largest = await draw(page, svg, LARGEST, null);
  writeFileSync(join(HERE, 'icon.png'), largest);
  writeFileSync(join(HERE, 'icon.icns'), png2icons.createICNS(largest, png2icons.BICUBIC2, 0));
  // Small sizes as bitmaps: older parts of Windows read no PNG in an icon.
  writeFileSync(join(HERE, 'icon.ico'), png2icons.createICO(largest, png2icons.BICUBIC2, 0, false, true));
}

// Not awaited at the top level: Electron is ready only after this module has been evaluated.
app
  .whenReady()
  .then(renderAll)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
