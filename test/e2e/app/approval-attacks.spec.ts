import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { APPROVAL_CHANNELS } from '../../../shared/ipc/approval-channels.ts';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import { openApprovals } from '../../support/approval-page.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { buildFakeApp, FAKE_APP } from '../../support/fake-app/build.ts';
import { sampleRequest } from '../../support/sample-approval.ts';

const ADDRESS = 'nightguard://approval/index.html';
/** What somebody would have who broke out of the page: every message that a renderer can send. */
const PICKLOCK = `const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('forge', (channel, input) => ipcRenderer.invoke(channel, input));
`;

/** What a panel that was taken over could try in order to approve. Each attempt is made in the real application. */
test.describe('a compromised panel', () => {
  let folder: string;
  let launched: LaunchedApp;
  let panel: Page;
  const request = sampleRequest({ askedAt: Date.now() - 60_000, expiresAt: Date.now() + 3_600_000 });
  const answer = { id: request.id, contentHash: request.contentHash, confirm: request.contentHash };

  test.beforeAll(async () => {
    await buildFakeApp();
    folder = await mkdtemp(join(tmpdir(), 'nightguard-attack-'));
    await writeFile(join(folder, 'picklock.cjs'), PICKLOCK);
    launched = await launchApp({ main: FAKE_APP, workspace: folder });
    panel = await launched.panel();
    await launched.app.evaluate((_electron, waiting) => globalThis.fakeGuardian?.request([waiting]), request);
    await openApprovals(launched, request.id);
  });
  test.afterAll(async () => {
    await launched.close();
    await rm(folder, { recursive: true, force: true });
  });
  test.afterEach(async () => {
    const asked = await launched.app.evaluate(() => globalThis.fakeGuardian?.asked ?? []);
    expect(asked.filter(({ act }) => act === 'approve' || act === 'deny')).toEqual([]);
  });

  test('has no channel of the approval window', async () => {
    const refusals = await panel.evaluate(
      ([channels, input]) => {
        const { nightguard } = globalThis as unknown as { nightguard: Bridge };
        return Promise.all(
          channels.map((channel) =>
            Promise.resolve()
              .then(() => nightguard.call(channel as never, input as never))
              .then(
                () => 'answered',
                (error: Error) => error.message,
              ),
          ),
        );
      },
      [[...APPROVAL_CHANNELS], answer] as const,
    );
    expect(refusals).toEqual([...APPROVAL_CHANNELS].map((channel) => `There is no channel ${channel}`));
    expect(await panel.evaluate(() => 'nightguardApproval' in globalThis)).toBe(false);
  });

  for (const [partition, page] of [
    ['panel', 'nightguard://panel/index.html'],
    ['approval', ADDRESS],
  ] as const) {
    test(`messages that are forged on the address and session of the ${partition} are refused`, async () => {
      const replies = await launched.app.evaluate(
        async ({ BrowserWindow, session }, { channels, preload, address, name, input }) => {
          const forger = new BrowserWindow({
            show: false,
            webPreferences: { preload, session: session.fromPartition(name), sandbox: true },
          });
          try {
            await forger.loadURL(address);
            const inputs = [null, { id: input.id }, input, { ...input, confirm: undefined, reason: '' }];
            const tries = channels.flatMap((channel) => inputs.map((value) => [channel, value]));
            return (await forger.webContents.executeJavaScript(
              `Promise.all(${JSON.stringify(tries)}.map(([channel, value]) => forge(channel, value)))`,
            )) as { ok: boolean; error?: { code: string } }[];
          } finally {
            forger.destroy();
          }
        },
        {
          channels: [...APPROVAL_CHANNELS],
          preload: join(folder, 'picklock.cjs'),
          address: page,
          name: partition,
          input: answer,
        },
      );
      expect(replies).toHaveLength(APPROVAL_CHANNELS.size * 4);
      expect(replies.every(({ ok, error }) => !ok && error?.code === 'denied')).toBe(true);
    });
  }

  test('cannot show the approval page in a frame, go there, open it or read it', async () => {
    const found = await panel.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      const settled = new Promise((done) => frame.addEventListener('load', done));
      document.body.append(frame);
      await settled;
      const framed = frame.contentDocument?.body.childElementCount ?? 'out of reach';
      frame.remove();
      const opened = window.open(address) !== null;
      const read = await fetch(address).then(
        () => true,
        () => false,
      );
      location.assign(address);
      await new Promise((done) => requestAnimationFrame(done));
      return { framed, opened, read };
    }, ADDRESS);
    expect(found).toEqual({ framed: expect.anything(), opened: false, read: false });
    expect([0, 'out of reach']).toContain(found.framed);
    expect(panel.url()).toMatch(/^nightguard:\/\/panel\//);
    expect(panel.frames().filter((frame) => frame.url().startsWith(ADDRESS))).toEqual([]);
    expect(launched.app.windows()).toHaveLength(2);
  });

  test('is not served the approval page by its session, nor the approval window the panel', async () => {
    const statuses = await launched.app.evaluate(
      async ({ session }, tries) => {
        const answers: string[] = [];
        for (const [name, url] of tries) {
          const answered = session.fromPartition(name ?? '').fetch(url ?? '');
          answers.push(
            await answered.then(
              (reply) => String(reply.status),
              () => 'refused',
            ),
          );
        }
        return answers;
      },
      [
        ['panel', ADDRESS],
        ['panel', 'nightguard://panel/approval/index.html'],
        ['approval', 'nightguard://panel/index.html'],
      ],
    );
    expect(statuses.every((status) => status === '404' || status === 'refused')).toBe(true);
  });

  test('may ask for the window to be shown, again and again, and nothing comes of it', async () => {
    const replies = await panel.evaluate(async (id) => {
      const { nightguard } = globalThis as unknown as { nightguard: Bridge };
      const answers: boolean[] = [];
      for (let turn = 0; turn < 20; turn += 1) answers.push((await nightguard.call('approvals:open', { id })).ok);
      return answers;
    }, request.id);
    expect(replies).toEqual(Array.from({ length: 20 }, () => true));
    expect(launched.app.windows()).toHaveLength(2);
  });
});
