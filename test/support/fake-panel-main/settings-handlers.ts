import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { openSettings } from '../../../electron/features/settings/index.ts';
import type { Handlers } from '../../../electron/ipc/bind.ts';
import { createActRecord } from '../../../electron/kernel/act-record.ts';
import { systemClock } from '../../../electron/kernel/clock.ts';
import { openDatabase } from '../../../electron/kernel/database.ts';
import { kernelMigrations } from '../../../electron/kernel/schema.ts';

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Channels = `settings:${'read' | 'preview' | 'form' | 'edit' | 'save' | 'former'}`;

const TEXT = `# Our night guard
updates:
  source: ../Core # mirrored by Drive
  quietSeconds: 10
`;

/** The real duty over a real file of fixtures. */
export function openFakeSettings(act: Act, changed: () => void): { handlers: Pick<Handlers, Channels>; dispose: () => void } {
  // Goes with the profile.
  const workspace = mkdtempSync(join(app.getPath('userData'), 'settings-'));
  writeFileSync(join(workspace, 'nightguard.yaml'), TEXT);
  const database = openDatabase(join(workspace, '.nightguard/state.db'), kernelMigrations);
  const settings = openSettings({
    workspace,
    stateFolder: join(workspace, '.nightguard'),
    database,
    clock: systemClock,
    audit: createActRecord(database, systemClock),
    gate: { judge: () => ({ verdict: 'allow' }) },
    reload: changed,
  });
  return {
    handlers: {
      'settings:read': () => settings.read(),
      'settings:preview': ({ text }) => settings.preview(text),
      'settings:form': ({ language }) => settings.form(language),
      'settings:edit': ({ text, edit }) => settings.edit(text, edit),
      'settings:save': act('settings:save', ({ text, hash }) => settings.save(text, hash, 'layer')),
      'settings:former': ({ id }) => ({ text: settings.former(id) }),
    },
    dispose: () => database.close(),
  };
}
