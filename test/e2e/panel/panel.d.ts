import { expect, type Page } from '@playwright/test';
import { type Panel, type PanelOptions } from '../../support/fake-panel-main/launch.ts';
/** Starts panels, closes them at the end of the test, and fails it when the page complained (policy violations, React warnings). */
export declare const test: import("playwright/test").TestType<import("playwright/test").PlaywrightTestArgs & import("playwright/test").PlaywrightTestOptions & {
    open: (options?: PanelOptions) => Promise<Panel>;
}, import("playwright/test").PlaywrightWorkerArgs & import("playwright/test").PlaywrightWorkerOptions>;
export { expect };
/** Violations of the accessibility rules on the page as it is, as sentences. */
export declare function violations(page: Page): Promise<string[]>;
/** Presses Tab until the element with that role and name has the focus; fails when the way there is longer than `most`. */
export declare function tabTo(page: Page, role: 'button' | 'radio' | 'treeitem', name: string | RegExp, most?: number): Promise<void>;
declare const PLACES: readonly ['overview', 'updates', 'environment', 'security', 'constitution', 'archive', 'settings'];
type View = (typeof PLACES)[number];
/** Goes to a view by its place in the navigation. */
export declare const goTo: (page: Page, view: View) => Promise<void>;
declare const TABS: readonly ['structures', 'approvals', 'audit'];
/** Goes to a part of the Constitution by its place. */
export declare const goToTab: (page: Page, tab: (typeof TABS)[number]) => Promise<void>;
