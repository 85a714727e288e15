/**
 * Draws the SVG sources of this folder into the PNG files that the application uses. Electron's own renderer draws, so nothing else is needed:
 *   node build/runtime/with-desktop.mjs electron --no-sandbox --disable-gpu build/icons/render.mjs
 * The PNGs are committed; run it again after changing an SVG.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, app } from 'electron';

const HERE = import.meta.dirname;
const STATES = ['good', 'working', 'needs-you', 'problem', 'paused', 'unknown'];
/** Black for light panels and macOS templates, white for dark panels. */
const INKS = { dark: '#000000', light: '#ffffff' };
const TRAY_SIZES = [16, 22, 32, 44];

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
  writeFileSync(join(HERE, 'icon.png'), await draw(page, readFileSync(join(HERE, 'app.svg'), 'utf8'), 1024, null));
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
