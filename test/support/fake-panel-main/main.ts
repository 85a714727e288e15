import { app } from 'electron';
import { registerScheme } from '../../../electron/guards/app-protocol.ts';
import { loadFixturesAnew } from './fresh-fixtures.ts';
import { openPanel, type OpenPanel, type PanelOptions } from './open-panel.ts';

/**
 * A main process of fixtures, for the panel's tests: the real window security, protocol, preload, binding and contract,
 * and behind them no guardian. It stays for many tests; each opens a panel of its own.
 */
let panel: OpenPanel | undefined;

function close(): void {
  panel?.close();
  panel = undefined;
}

async function open(options: PanelOptions): Promise<void> {
  close();
  panel = await openPanel(options);
}

registerScheme();
loadFixturesAnew();
// Between two panels there is no window.
app.on('window-all-closed', () => undefined);
/** For the tests: what was asked, pushes by hand, and the guardian's return after it could not be reached. */
Object.assign(globalThis, {
  fake: {
    open,
    close,
    asked: () => panel?.asked ?? [],
    push: (name: string, value: unknown) => panel?.push(name, value),
    comeBack: () => panel?.comeBack(),
  },
});
