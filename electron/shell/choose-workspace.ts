import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dialog } from 'electron';
import type { Translate } from '../../shared/locales/index.ts';

/** Which workspace to guard: the one asked for, else the last one that still exists, else a person chooses. Undefined when nobody does. */
export async function chooseWorkspace(
  asked: string | undefined,
  last: string | null,
  translate: Translate,
): Promise<string | undefined> {
  if (asked !== undefined) return resolve(asked);
  if (last !== null && (await isFolder(last))) return last;
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: translate('tray.chooseWorkspace'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
