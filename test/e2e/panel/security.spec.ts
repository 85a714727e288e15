import { expect, goTo, tabTo, test, violations } from './panel.ts';

test('what is vulnerable comes with its severity, its fix and its link, and with what would change', async ({ open }) => {
  const { page } = await open({ scenario: 'vulnerable' });
  await goTo(page, 'security');
  await expect(page.getByText('1 package is vulnerable')).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'CVE-2024-35195' }).first();
  await expect(row).toContainText('CVSS 5.6');
  await expect(row).toContainText('fixed in 3.0.0');
  await expect(row).toContainText('https://osv.dev/vulnerability/GHSA-9wx4-h78v-vm56');
  await expect(page.getByText('requests 2.31.0 → 3.0.0')).toBeVisible();
  await expect(page.getByText('major: waits for your approval')).toBeVisible();
  await expect(page.getByText('0.4 — reader 2.1: <0.4')).toBeVisible();
});

test('check only looks, run now goes through its phases, and both are in the history', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'vulnerable' });
  await goTo(page, 'security');
  await page.getByRole('button', { name: 'Check only' }).click();
  await expect(page.getByText('S-0003').first()).toBeVisible();
  // Each phase is short: whatever the line has said is kept, however slow the machine that looks.
  const said = await page
    .locator('main [aria-live=polite]')
    .first()
    .evaluateHandle((line) => {
      const texts: string[] = [];
      new MutationObserver(() => texts.push(line.textContent)).observe(line, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return texts;
    });
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'S-0003' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Run now' })).toBeEnabled();
  expect(await said.jsonValue()).toEqual(expect.arrayContaining(['Looking at packages', 'Upgrading', 'Testing']));
  expect(await asked()).toEqual([
    { channel: 'security:run', input: { checkOnly: true, force: true } },
    { channel: 'security:run', input: { checkOnly: false, force: true } },
  ]);
});

test('the history shows the evidence of each test, also of what was taken back', async ({ open }) => {
  const { page } = await open({ scenario: 'vulnerable' });
  await goTo(page, 'security');
  const run = page.getByRole('listitem').filter({ hasText: 'S-0001' }).first();
  await run.getByText('Tests').click();
  await expect(run.getByText('frail: exited with 1: RuntimeError: no').last()).toBeVisible();
  await expect(run).toContainText('failed');
});

test('a run is rolled back from where it stands, after a preview of what goes with it', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'vulnerable' });
  await goTo(page, 'security');
  await page.getByRole('button', { name: 'Roll back S-0002…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('urllib3 1.26.20 → 1.26.18');
  await expect(dialog).toContainText('flask 3.1.0');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Roll back 1 package' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('rolled back')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Roll back S-0002…' })).toBeHidden();
  expect(await asked()).toEqual([{ channel: 'security:rollback', input: { run: 'S-0002', token: 'security-1' } }]);
});

test('a rollback can be opened and left by keyboard, and the focus comes back', async ({ open }) => {
  const { page } = await open({ scenario: 'vulnerable' });
  await goTo(page, 'security');
  await tabTo(page, 'button', 'Roll back S-0002…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Roll back S-0002…' })).toBeFocused();
});

test('what could not be checked is never green, and says who did not answer', async ({ open }) => {
  const { page } = await open({ scenario: 'could-not-check' });
  await goTo(page, 'security');
  await expect(page.getByText('Could not check all packages')).toBeVisible();
  await expect(page.locator('main .status.harm')).toHaveCount(0);
  await expect(page.locator('main .status.good')).toHaveCount(0);
  await expect(page.getByText('osv (pip): api.osv.dev: no answer in time')).toBeVisible();
});

test('before the first look it says so', async ({ open }) => {
  const { page } = await open({ scenario: 'empty' });
  await goTo(page, 'security');
  await expect(page.getByText('Never looked')).toBeVisible();
  await expect(page.locator('main .status.good')).toHaveCount(0);
});
