import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page of the real application: rule and elements. */
export async function violations(page: Page): Promise<string[]> {
  // Electron's driver has no isolated second page, which the rules' frame mode wants.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
