import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchApp } from '../support/desktop-app.ts';
import { print } from './measure.ts';

// From the click on the tray to the first frame that is drawn, when the panel was open before: beside an empty window of the same application.
// Run through: node build/runtime/with-desktop.mjs node test/bench/panel-open.ts

const ROUNDS = 15;
const GOAL_MS = 150;
const BARE = 'about:blank';

/** Hides all, asks for the panel as a click on the tray does, or for the empty window, and waits for a frame of it. Milliseconds. */
const showAgain = (app: ElectronApplication, what: 'panel' | 'bare'): Promise<number> =>
  app.evaluate(
    ({ app: electron, BrowserWindow }, { asked, bare }) => {
      const windows = BrowserWindow.getAllWindows();
      for (const window of windows) window.hide();
      const window = windows.find(({ webContents }) => (webContents.getURL() === bare) === (asked === 'bare'));
      if (window === undefined) throw new Error(`There is no window: ${asked}`);
      return new Promise<number>((drawn) => {
        // Hiding is over when nothing is drawn any more.
        setTimeout(() => {
          const began = performance.now();
          window.webContents.beginFrameSubscription(true, () => {
            window.webContents.endFrameSubscription();
            drawn(performance.now() - began);
          });
          if (asked === 'bare') window.show();
          else electron.emit('activate');
        }, 300);
      });
    },
    { asked: what, bare: BARE },
  );

async function benchPanelOpen(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-open-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'nightguard.yaml'), 'updates: {}\n');
  const launched = await launchApp({ workspace });
  const { app } = launched;
  try {
    await (await launched.panel()).waitForSelector('.headline');
    await app.evaluate(async ({ BrowserWindow }, bare) => {
      await new BrowserWindow({ width: 400, height: 640 }).loadURL(bare);
    }, BARE);
    const times: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push({ ours: await showAgain(app, 'panel'), theirs: await showAgain(app, 'bare') });
    const ours = times.map((one) => one.ours).toSorted((a, b) => a - b);
    const theirs = times.map((one) => one.theirs).toSorted((a, b) => a - b);
    const middle = Math.floor(ROUNDS / 2);
    print({
      name: 'panel, click to frame, warm (median)',
      ours: ours[middle] ?? 0,
      peer: 'empty window',
      theirs: theirs[middle] ?? 0,
    });
    const longest = ours.at(-1) ?? 0;
    console.log(
      `  longest of ${ROUNDS}: ${longest.toFixed(0)} ms  goal ≤ ${GOAL_MS}  ${longest <= GOAL_MS ? 'reached' : 'NOT reached'}`,
    );
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await benchPanelOpen();
