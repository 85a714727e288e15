import type { Page } from '@playwright/test';
import { snapshot } from '../../support/fake-panel-main/fixtures.ts';
import { comeBack } from '../../support/fake-panel-main/launch.ts';
import { expect, goTo, goToTab, LOOKS, tabTo, test, violations } from './panel.ts';

const item = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });
const back = (page: Page) => page.getByRole('button', { name: 'Back' }).click();

test('structures stand in a tree with their verdicts in words, and each says why', async ({ open }) => {
  const { page } = await open({ scenario: 'constitution', size: '900x640' });
  await goTo(page, 'constitution');
  await expect(page.getByText(/judged 2[67] min\. ago/)).toBeVisible();
  await expect(item(page, /^01_AAOS-Record_Archive/)).toContainText('Canonical');
  await expect(item(page, /^03_AAOS-Deliberation_Chamber/)).toContainText('Canonical-Conditional');
  await item(page, /^scout/).click();
  const detail = page.locator('.detail');
  await expect(detail).toContainText('Non-Canonical');
  await expect(detail).toContainText('DNA.md, official');
  await expect(detail).toContainText('No termination condition is given.');
  await expect(detail).toContainText('natural_dissolution.termination_conditions');
  await expect(detail).toContainText('line 31');
  await expect(detail).toContainText('max_files 1,240 where 500 are allowed');
  await expect(detail).toContainText('the doctrine asks to rotate the log');
  await expect(page.getByRole('region', { name: /Could not be read/ })).toContainText('04_AAOS-Swarm/private');
});

test('the immune system is vouched for by the Canon, and is not shown as judged', async ({ open }) => {
  const { page } = await open({ scenario: 'constitution', size: '900x640' });
  await goTo(page, 'constitution');
  const immune = item(page, /^02_AAOS-Immune_system/);
  await expect(immune.locator('.status')).toHaveClass(/neutral/);
  await expect(immune).toContainText('vouched for by the Canon');
  await expect(immune).toContainText('proposal beside');
  await immune.click();
  await expect(page.locator('.detail')).toContainText('The Canon vouches for it');
});

test('what the immune system could not check in itself is never green', async ({ open }) => {
  const { page } = await open({ scenario: 'constitution', size: '900x640' });
  await goTo(page, 'constitution');
  const row = page.getByRole('button', { name: /^The immune system itself/ });
  await expect(row).toContainText('1 check violated');
  await expect(row).toContainText('1 could not be checked');
  await expect(row.locator('.status.good')).toHaveCount(0);
  await row.click();
  const unchecked = page.locator('.detail li', { hasText: 'README.md' });
  await expect(unchecked).toContainText('could not check');
  await expect(unchecked.locator('.status')).toHaveClass(/neutral/);
});

test('a change without an entry comes first, with the commands that look and accept', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'constitution' });
  await goTo(page, 'constitution');
  await expect(page.locator('.split-list h2').first()).toHaveText('Changed without an entry 2');
  await page.getByRole('button', { name: /DNA\.md changed/ }).click();
  await expect(page.locator('.detail')).toContainText('the log has no entry about it');
  await page.getByRole('button', { name: 'Copy command' }).last().click();
  expect(await asked()).toEqual([
    { channel: 'app:copy', input: 'nightguard audit accept 02_AAOS-Immune_system/DNA.md --reason WHY' },
  ]);
});

test('a structure whose time is up is dissolved by nobody here: the command is there to copy', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'constitution' });
  await goTo(page, 'constitution');
  await page
    .getByRole('region', { name: /^Time is up/ })
    .getByRole('button')
    .click();
  await expect(page.locator('.detail')).toContainText('retention.max_days: 41 of 30 days');
  await page.getByRole('button', { name: 'Copy command' }).last().click();
  expect(await asked()).toMatchObject([
    { channel: 'app:copy', input: expect.stringMatching(/^nightguard dissolve 04_AAOS-Swarm/) },
  ]);
});

test('judging again shows that it goes on, and keeps what was known in place', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'constitution' });
  await goTo(page, 'constitution');
  const button = page.getByRole('button', { name: 'Judge again' });
  const before = await page.getByRole('tree').boundingBox();
  await button.click();
  await expect(page.getByRole('button', { name: 'Judging…' })).toBeDisabled();
  await expect(page.getByRole('progressbar', { name: 'Judging…' })).toBeVisible();
  await expect(page.getByRole('tree')).toBeVisible();
  await expect(page.getByText(/judged (now|this minute|0 sec)/)).toBeVisible();
  await expect(button).toBeEnabled();
  expect(await page.getByRole('tree').boundingBox()).toEqual(before);
  expect(await asked()).toEqual([{ channel: 'constitution:view', input: { fresh: true } }]);
});

test('a scan that failed is said, and is not shown as no structures', async ({ open }) => {
  const { page } = await open({ scenario: 'unchecked' });
  await goTo(page, 'constitution');
  await expect(page.getByText('Could not judge')).toBeVisible();
  await expect(page.getByText('EIO: i/o error')).toBeVisible();
  await expect(page.getByText('No structures yet')).toHaveCount(0);
  await expect(page.locator('.status.good')).toHaveCount(0);
});

test('without structures it is said what one is and how to begin', async ({ open }) => {
  const { page } = await open({ scenario: 'unconstituted' });
  await goTo(page, 'constitution');
  await expect(page.getByText('No structures yet')).toBeVisible();
  await expect(page.getByText('A structure is a folder with a DNA.md')).toBeVisible();
  await expect(page.getByText('nightguard judge blueprint')).toBeVisible();
  await expect(page.getByText('No immune system here')).toBeVisible();
});

test('the tree is walked with the keyboard alone, and Back gives the focus back', async ({ open }) => {
  const { page } = await open({ scenario: 'constitution' });
  await goTo(page, 'constitution');
  await tabTo(page, 'treeitem', /^01_AAOS-Record_Archive/);
  await page.keyboard.press('End');
  await expect(item(page, /^trend_collector/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item(page, /^04_AAOS-Swarm/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item(page, /^scout/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(item(page, /^scout/)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.detail > h2')).toBeFocused();
  await tabTo(page, 'button', 'Back');
  await page.keyboard.press('Enter');
  await expect(item(page, /^02_AAOS-Immune_system/)).toBeFocused();
  await page.getByRole('tab', { name: 'Structures' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /Approvals/ })).toHaveAttribute('aria-selected', 'true');
});

test('an approval that waits is counted, listed on Overview, and reviewed in a window of its own', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'approvals' });
  await expect(page.locator('.headline')).toContainText('3 decisions need you');
  await expect(page.locator('.nav-bar').getByRole('button', { name: /Constitution.*3 approvals wait/ })).toBeVisible();
  await expect(page.locator('.nav-bar').getByRole('button', { name: 'Updates' })).toHaveText('Updates');
  await page.getByRole('button', { name: 'Review request 11: 02_AAOS-Immune_system/DNA.md' }).click();
  expect(await asked()).toEqual([{ channel: 'approvals:open', input: { id: 11 } }]);
});

test('the panel has no way to approve or deny', async ({ open }) => {
  const { page } = await open({ scenario: 'approvals', size: '900x640' });
  await goToTab(page, 'approvals');
  await page.locator('[data-request="11"]').click();
  await expect(page.locator('.detail')).toContainText('in a window of their own');
  await expect(page.getByRole('button', { name: /^(approve|deny)/i })).toHaveCount(0);
  await page
    .locator('.detail')
    .getByRole('button', { name: /^Review/ })
    .click();
});

test('requests are listed by what expires first, and decided ones say by whom, through which door and why', async ({ open }) => {
  const { page } = await open({ scenario: 'approvals' });
  await goToTab(page, 'approvals');
  const waiting = page.getByRole('region', { name: /^Waiting for you/ }).locator('[data-request]');
  await expect(waiting).toHaveCount(3);
  await expect(waiting.first()).toHaveAttribute('data-request', '11');
  await expect(waiting.first()).toContainText('high risk');
  await expect(waiting.first()).toContainText(/expires in 3\d min/);
  const denied = page.locator('[data-request="8"]');
  await expect(denied).toContainText('denied');
  await expect(denied).toContainText('layer by Telegram');
  await denied.click();
  await expect(page.locator('.detail')).toContainText('로그는 고치지 않음');
  await back(page);
  await page.locator('[data-request="7"]').click();
  await expect(page.locator('.detail')).toContainText('nobody, time ran out');
});

test('a consensus shows its votes, their families, what is missing and what is owed', async ({ open }) => {
  const { page } = await open({ scenario: 'approvals', size: '900x640' });
  await goToTab(page, 'approvals');
  await page.locator('[data-consensus="7"]').click();
  const detail = page.locator('.detail');
  await expect(detail).toContainText('1 of 2 independent reviews is missing.');
  await expect(detail).toContainText('1 of 2 reviews count');
  await expect(detail).toContainText('does not count: not independent of another');
  await expect(detail).toContainText('family claude');
  await expect(detail).toContainText('nightguard governance review 7');
  await page.locator('[data-consensus="6"]').click();
  await expect(detail).toContainText('a person decides');
  await page.locator('[data-consensus="5"]').click();
  await expect(detail).toContainText('consensus owed');
  await expect(detail.getByText('accepted', { exact: true })).toHaveCount(0);
});

test('nothing to approve is said in words', async ({ open }) => {
  const { page } = await open({ scenario: 'unconstituted' });
  await goToTab(page, 'approvals');
  await expect(page.getByText('Nothing waits for your approval')).toBeVisible();
});

test('a problem of the law leads to the part that shows it', async ({ open }) => {
  const { page } = await open({ scenario: 'broken-log' });
  await page.getByRole('button', { name: 'Open Audit log' }).click();
  await expect(page.getByRole('tab', { name: 'Audit log' })).toHaveAttribute('aria-selected', 'true');
});

test('a click on the notification of a request opens the approvals', async ({ open }) => {
  const { page, push } = await open({ scenario: 'approvals' });
  await expect(page.locator('.headline')).toBeVisible();
  await push('navigate', { view: 'constitution', release: null, rollback: false });
  await expect(page.getByRole('tab', { name: /Approvals/ })).toHaveAttribute('aria-selected', 'true');
});

test('a guardian that cannot be reached is said once, and read again when it is back', async ({ open }) => {
  const { page, app } = await open({ scenario: 'unreachable' });
  await goTo(page, 'constitution');
  await expect(page.getByRole('alert')).toHaveCount(1);
  await comeBack(app);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('tree')).toBeVisible();
});

test('until the first answer there is a skeleton and no verdict', async ({ open }) => {
  const { page } = await open({ scenario: 'silent' });
  for (const tab of ['structures', 'approvals', 'audit'] as const) {
    await goToTab(page, tab);
    await expect(page.getByText('Loading')).toHaveCount(1);
    await expect(page.locator('.status')).toHaveCount(0);
  }
});

test('a new snapshot does not move the list that is being read', async ({ open }) => {
  const { page, push } = await open({ scenario: 'constitution' });
  await goTo(page, 'constitution');
  const list = page.locator('.split-list');
  await expect(page.getByRole('tree')).toBeVisible();
  await list.evaluate((element) => element.scrollTo({ top: 150 }));
  await push('snapshot', snapshot({ revision: 7 }));
  await expect(page.locator('.tab-count')).toHaveCount(0);
  expect(await list.evaluate((element) => element.scrollTop)).toBe(150);
});

for (const { language, theme } of LOOKS) {
  test(`every part of the constitution is accessible in ${language}, ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario: 'constitution', language, theme, size: '900x640' });
    await goToTab(page, 'structures');
    for (const selector of ['[data-node="04_AAOS-Swarm/scout"]', '.row.alarm button', '[data-node="02_AAOS-Immune_system"]']) {
      await page.locator(selector).first().click();
      expect(await violations(page)).toEqual([]);
    }
    await goToTab(page, 'approvals');
    for (const selector of ['[data-request="11"]', '[data-request="8"]', '[data-consensus="7"]', '[data-consensus="5"]']) {
      await page.locator(selector).click();
      expect(await violations(page)).toEqual([]);
    }
    await goToTab(page, 'audit');
    await page.locator('[data-entry]').first().click();
    expect(await violations(page)).toEqual([]);
  });
}
