import type { Page } from '@playwright/test';
import type { LaunchedApp } from './desktop-app.ts';

const ADDRESS = 'nightguard://approval/';

/** The approval window's page, once something (tray, notification, panel) has opened it. */
export async function approvalPage({ app }: LaunchedApp): Promise<Page> {
  const known = app.windows().find((page) => page.url().startsWith(ADDRESS));
  const page = known ?? (await app.waitForEvent('window', (opened) => opened.url().startsWith(ADDRESS)));
  await page.waitForLoadState();
  return page;
}

/** Opens it as the panel may: by its one channel for that. */
export async function openApprovals(launched: LaunchedApp, id: number | null = null): Promise<Page> {
  const panel = await launched.panel();
  const [page] = await Promise.all([
    approvalPage(launched),
    panel.evaluate(
      (wanted) =>
        (globalThis as unknown as { nightguard: { call(channel: string, input: unknown): Promise<unknown> } }).nightguard.call(
          'approvals:open',
          { id: wanted },
        ),
      id,
    ),
  ]);
  return page;
}

/** What the approval window can be asked by its own page. */
export interface Calls {
  nightguardApproval: { call(channel: string, input: unknown): Promise<unknown> };
}
