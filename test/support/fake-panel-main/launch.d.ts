import { type ElectronApplication, type Page } from '@playwright/test';
import type { Asked } from './fake-guardian.ts';
import type { ScenarioName } from './scenarios.ts';
export interface PanelOptions {
    scenario?: ScenarioName;
    language?: 'en' | 'ko';
    theme?: 'light' | 'dark';
    size?: `${number}x${number}`;
}
/** The panel in a real Electron on a fake guardian. */
export interface Panel {
    page: Page;
    app: ElectronApplication;
    /** What the panel asked of the guardian, reads excepted. */
    asked: () => Promise<Asked[]>;
    push: (name: string, value: unknown) => Promise<void>;
    /** Errors and warnings of the page's console: a policy violation or a React warning shows here. */
    complaints: string[];
    close: () => Promise<void>;
}
/** Starts the panel with a fresh profile. */
export declare function launchPanel({ scenario, language, theme, size, }?: PanelOptions): Promise<Panel>;
/** Lets a guardian that could not be reached answer again. */
export declare const comeBack: (app: ElectronApplication) => Promise<void>;
