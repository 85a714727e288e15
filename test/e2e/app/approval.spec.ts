import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { AppSettings, Bridge } from '../../../shared/ipc/contract.ts';
import type { ApprovalRequest, ConsensusState } from '../../../shared/model/governance.ts';
import { approvalPage, openApprovals, type Calls } from '../../support/approval-page.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { buildFakeApp, FAKE_APP } from '../../support/fake-app/build.ts';
import { sampleConsensus, sampleRequest } from '../../support/sample-approval.ts';
import { startTrayHost } from '../../support/tray-host.ts';

const PERSON = { kind: 'person', name: userInfo().username, door: 'window' };

/** A request that still waits. */
const ahead = (changes: Partial<ApprovalRequest> = {}): ApprovalRequest =>
  sampleRequest({ askedAt: Date.now() - 60_000, expiresAt: Date.now() + 3_600_000, ...changes });

/** The real window, session, preload and binding; only the guardian behind them is a fake, so that every request can be shown. */
test.describe('the approval window', () => {
  let workspace: string;
  let launched: LaunchedApp;

  test.beforeAll(async () => {
    await buildFakeApp();
    workspace = await mkdtemp(join(tmpdir(), 'nightguard-workspace-'));
  });
  test.afterAll(() => rm(workspace, { recursive: true, force: true }));
  test.beforeEach(async () => {
    launched = await launchApp({ main: FAKE_APP, workspace });
  });
  test.afterEach(() => launched.close());

  const wait = (requests: ApprovalRequest[], consensus: ConsensusState | null = null): Promise<void> =>
    launched.app.evaluate((_electron, [asked, agreed]) => globalThis.fakeGuardian?.request(asked, agreed), [
      requests,
      consensus,
    ] as const);
  const answers = async (): Promise<unknown[]> =>
    (await launched.app.evaluate(() => globalThis.fakeGuardian?.asked ?? [])).filter(({ act }) => /approve|deny/.test(act));
  const opened = async (requests: ApprovalRequest[], consensus: ConsensusState | null = null): Promise<Page> => {
    // Once there is a panel the application has begun.
    await launched.panel();
    await wait(requests, consensus);
    const page = await openApprovals(launched, requests[0]?.id ?? null);
    if (requests.length > 0) await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return page;
  };
  const begin = (page: Page) => page.getByRole('button', { name: 'Approve once…' });
  const toEnd = (page: Page) => page.locator('[data-end]').scrollIntoViewIfNeeded();
  const confirm = (page: Page) => page.getByRole('button', { name: 'Approve exactly this, once' });

  test('shows who asks, what for, the difference, the rule, the expiry and the hash with its beginning set off', async () => {
    const page = await opened([ahead()]);
    for (const [fact, text] of [
      ['who', 'nightguard (watcher)'],
      ['what', 'update.apply'],
      ['risk', 'Medium'],
      ['rule', 'ask about execution'],
      ['until', /in \d+ min/],
    ] as const)
      await expect(page.locator(`[data-fact="${fact}"] dd`)).toContainText(text);
    await expect(page.locator('[data-fact="hash"] strong')).toHaveText('c0ffee12');
    await expect(page.locator('[data-fact="until"] time')).toHaveAttribute('title', /20\d\d/);
    await expect(page.locator('.diff-line.removed')).toContainText('return "old"');
    await expect(page.locator('.diff-line.added')).toContainText('return "new"');
  });

  test('two deliberate clicks approve, once, in the name of the user of the system', async () => {
    const page = await opened([ahead()]);
    await begin(page).click();
    await confirm(page).click();
    await expect(page.locator('[data-state="approved"]')).toContainText('Approved once');
    expect(await answers()).toEqual([{ act: 'approve', values: { id: 7, decider: PERSON, confirm: 'c0ffee12' } }]);
  });

  test('the keyboard alone is enough', async () => {
    const page = await opened([ahead({ risk: 'high' })]);
    await begin(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('c0ffee');
    await expect(confirm(page)).toBeEnabled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.locator('[data-state="approved"]')).toBeVisible();
    expect(await answers()).toHaveLength(1);
  });

  test('clicks that a script makes approve nothing', async () => {
    const page = await opened([ahead()]);
    await begin(page).dispatchEvent('click');
    await begin(page).evaluate((button: HTMLButtonElement) => button.click());
    await expect(confirm(page)).toHaveCount(0);
    await begin(page).click();
    await expect(confirm(page)).toBeEnabled();
    await confirm(page).dispatchEvent('click');
    await confirm(page).evaluate((button: HTMLButtonElement) => button.click());
    await expect(confirm(page)).toBeEnabled();
    expect(await answers()).toEqual([]);
  });

  test('the second button waits a moment, so that a double click is one click', async () => {
    const page = await opened([ahead()]);
    await expect(begin(page)).toBeEnabled();
    await begin(page).dblclick();
    await expect(confirm(page)).toBeDisabled();
    expect(await answers()).toEqual([]);
    await expect(confirm(page)).toBeEnabled();
  });

  test('what does not fit on the screen is read to its end first', async () => {
    const long = Array.from({ length: 200 }, (_, line) => `+line ${line}`).join('\n');
    const page = await opened([ahead({ diff: `--- /dev/null\n+++ notes.md\n@@ -0,0 +1,200 @@\n${long}` })]);
    await expect(begin(page)).toBeDisabled();
    await expect(page.locator('.approval-why')).toContainText('Read to the end first.');
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await expect(begin(page)).toBeEnabled();
  });

  test('where the risk is high the hash is typed, and a wrong one is not taken', async () => {
    const page = await opened([ahead({ risk: 'high' })]);
    await begin(page).click();
    const field = page.getByLabel('Type the first 8 characters of the hash');
    await expect(field).toBeFocused();
    await field.fill('c0ffee99');
    await expect(page.getByText('That is not how the hash begins.')).toBeVisible();
    await expect(confirm(page)).toBeDisabled();
    await field.fill('C0FFEE12');
    await confirm(page).click();
    await expect(page.locator('[data-state="approved"]')).toBeVisible();
  });

  test('a change to the constitution shows its reviews, and waits for them', async () => {
    const meta = ahead({ risk: 'high', procedure: 'meta', summary: 'Change the Canon' });
    const page = await opened([meta], sampleConsensus());
    await expect(page.getByText('Mira approves')).toBeVisible();
    await expect(page.getByText(/Anthropic · family claude/)).toBeVisible();
    await expect(begin(page)).toBeDisabled();
    await expect(page.locator('.approval-why')).toContainText('One more independent review is needed.');
    await wait([meta], sampleConsensus({ state: 'awaiting-person', reasons: [] }));
    await toEnd(page);
    await expect(begin(page)).toBeEnabled();
  });

  test('a request is denied with its reason', async () => {
    const page = await opened([ahead()]);
    await page.getByRole('button', { name: 'Deny…' }).click();
    await page.getByLabel(/^Reason/).fill('Not before the release.');
    await page.getByRole('button', { name: 'Deny this request' }).click();
    await expect(page.locator('[data-state="denied"]')).toContainText('Reason: Not before the release.');
    expect(await answers()).toEqual([{ act: 'deny', values: { id: 7, decider: PERSON, reason: 'Not before the release.' } }]);
  });

  test('when its time is over it says so, and nothing was approved', async () => {
    // Long enough for the application to start on a busy machine.
    const page = await opened([ahead({ expiresAt: Date.now() + 12_000 })]);
    await begin(page).click();
    await expect(page.locator('[data-state="expired"]')).toContainText('nothing was approved', { timeout: 15_000 });
    await expect(confirm(page)).toHaveCount(0);
    expect(await answers()).toEqual([]);
  });

  test('a failure says that nothing was approved', async () => {
    const page = await opened([ahead()]);
    await begin(page).click();
    await expect(confirm(page)).toBeEnabled();
    await launched.app.evaluate(() => {
      const approvals = globalThis.fakeGuardian?.governance.approvals;
      if (approvals !== undefined)
        approvals.approve = () => {
          throw new Error('the disk is gone');
        };
    });
    await confirm(page).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was approved');
  });

  test('closing it decides nothing', async () => {
    await opened([ahead()]);
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle().startsWith('Approval'))
        ?.close(),
    );
    await expect.poll(() => launched.app.windows().filter((page) => page.url().includes('approval'))).toEqual([]);
    expect(await answers()).toEqual([]);
  });

  test('several requests are listed, and another call does not take away what is being decided', async () => {
    const page = await opened([ahead(), ahead({ id: 8, summary: 'Upgrade requests to 3.0' })]);
    const list = page.getByRole('navigation', { name: 'Waiting requests' });
    await expect(list.getByRole('button')).toHaveCount(2);
    await begin(page).click();
    await openApprovals(launched, 8);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apply 1 file from Core');
    await list.getByRole('button', { name: /Upgrade/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Upgrade requests to 3.0');
    await expect(confirm(page)).toHaveCount(0);
  });

  test('after a decision the next request is one click away', async () => {
    const page = await opened([ahead(), ahead({ id: 8, summary: 'Upgrade requests to 3.0' })]);
    await page.getByRole('button', { name: 'Deny…' }).click();
    await page.getByRole('button', { name: 'Deny this request' }).click();
    await page.getByRole('button', { name: 'Next request' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Upgrade requests to 3.0');
    await expect(page.getByRole('navigation')).toHaveCount(0);
  });

  test('says so when nothing waits', async () => {
    const page = await opened([]);
    await expect(page.getByText('Nothing waits for your approval')).toBeVisible();
  });

  test('while another window is in front the page itself could not approve', async () => {
    const page = await opened([ahead()]);
    await expect(begin(page)).toBeEnabled();
    const approve = () =>
      page.evaluate((input) => (globalThis as unknown as Calls).nightguardApproval.call('approval:approve', input), {
        id: 7,
        contentHash: ahead().contentHash,
        confirm: 'c0ffee12',
      });
    await launched.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.getTitle().startsWith('Approval')) window.hide();
    });
    expect(await approve()).toMatchObject({
      ok: false,
      error: { code: 'denied', message: expect.stringContaining('not in front') },
    });
    await launched.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.getTitle().startsWith('Approval')) window.show();
    });
    expect(await approve()).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(await answers()).toEqual([]);
  });

  test('its page has its own channels and nothing of the panel, of Node or of the network', async () => {
    const page = await opened([ahead()]);
    const found = await page.evaluate(async () => {
      const scope = globalThis as unknown as Calls;
      const refused = (work: () => unknown) =>
        Promise.resolve()
          .then(work)
          .then(
            () => 'done',
            (error: Error) => error.message,
          );
      return {
        names: ['nightguard', 'require', 'process', 'ipcRenderer'].filter((name) => name in globalThis),
        keys: Object.keys(scope.nightguardApproval).sort(),
        panels: await refused(() => scope.nightguardApproval.call('guardian:pause', { minutes: 5 })),
        opens: await refused(() => scope.nightguardApproval.call('approvals:open', { id: 1 })),
        network: await refused(() => fetch('http://127.0.0.1:9/')),
        opened: window.open('https://example.org') === null,
        permission: await Notification.requestPermission(),
      };
    });
    expect(found).toMatchObject({
      names: [],
      keys: ['call', 'on'],
      panels: 'There is no channel guardian:pause',
      opens: 'There is no channel approvals:open',
      opened: true,
      permission: 'denied',
    });
    expect(found.network).not.toBe('done');
    await page.evaluate(() => location.assign('nightguard://panel/index.html'));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(page.url()).toMatch(/^nightguard:\/\/approval\//);
  });

  for (const language of ['en', 'ko'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      test(`is accessible, and complains of nothing, in ${language}, ${theme}`, async () => {
        const complaints: string[] = [];
        launched.app.context().on('console', (message) => complaints.push(message.text()));
        const panel = await launched.panel();
        await panel.evaluate(
          (values) => (globalThis as unknown as { nightguard: Bridge }).nightguard.call('app:settings', values),
          { language, theme } satisfies Partial<AppSettings>,
        );
        const page = await opened(
          [ahead({ risk: 'high', procedure: 'meta' }), ahead({ id: 8, summary: 'Upgrade requests to 3.0' })],
          sampleConsensus({ state: 'awaiting-person' }),
        );
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect(complaints).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await toEnd(page);
        await page.locator('.approval-actions button').nth(1).click();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('.approval-actions button').nth(0).click();
        expect(await violations(page)).toEqual([]);
      });
    }
  }
});

test('the tray counts and names what waits, and opens the window at it, with a title that names the workspace', async () => {
  await buildFakeApp();
  const workspace = await mkdtemp(join(tmpdir(), 'nightguard-workspace-'));
  const host = await startTrayHost();
  const launched = await launchApp({ main: FAKE_APP, workspace });
  try {
    const item = await host.item();
    await launched.app.evaluate(
      (_electron, waiting) => globalThis.fakeGuardian?.request(waiting),
      [ahead(), ahead({ id: 8, summary: 'Upgrade requests to 3.0' })],
    );
    await expect.poll(() => host.labels(item)).toContain('Approve…: Upgrade requests to 3.0');
    expect(await host.tooltip(item)).toContain('2 decisions need you');
    await host.click(item, 'Approve…: Upgrade requests to 3.0');
    const page = await approvalPage(launched);
    await expect(page.getByRole('heading', { name: 'Upgrade requests to 3.0' })).toBeVisible();
    const windows = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.getTitle(), window.isAlwaysOnTop(), window.isVisible()]),
    );
    expect(windows).toEqual([['Approval – 97layerOS', false, true]]);
  } finally {
    await launched.close();
    host.close();
    await rm(workspace, { recursive: true, force: true });
  }
});

async function violations(page: Page): Promise<string[]> {
  // Electron's driver has no isolated second page, which the rules' frame mode wants.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
