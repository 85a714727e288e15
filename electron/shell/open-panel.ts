import { join } from 'node:path';
import { session } from 'electron';
import { servePage } from '../guards/app-protocol.ts';
import { guardSession } from '../guards/session-guard.ts';
import type { Clock } from '../kernel/clock.ts';
import { createPanelWindow, type PanelOptions, type PanelWindow } from './panel-window.ts';

/** The panel's window with a session and an origin of its own. `root`: the application's own folder. */
export function openPanel(root: string, { clock, trayBounds }: { clock: Clock } & Pick<PanelOptions, 'trayBounds'>): PanelWindow {
  const own = session.fromPartition('panel');
  guardSession(own, 'panel');
  servePage(own, 'panel', join(root, 'out', 'renderer'));
  return createPanelWindow({
    preload: join(root, 'out', 'preload', 'panel.cjs'),
    session: own,
    clock,
    title: 'Nightguard',
    icon: join(root, 'build', 'icons', 'icon.png'),
    trayBounds,
  });
}
