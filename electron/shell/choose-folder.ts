import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialog } from 'electron';
import type { Translate } from '../../shared/locales/index.ts';
import { AppError } from '../kernel/errors.ts';

/** Lets a person choose a folder in a dialog of the system; null when nobody did. */
export async function chooseFolder(purpose: 'workspace' | 'core', translate: Translate): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: translate(`tray.chooseFolder.${purpose}`),
    properties: ['openDirectory', ...(purpose === 'workspace' ? (['createDirectory'] as const) : [])],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The folder that a person named on the command line, by its own name: a link to it is not another one. @throws AppError `not-found` */
export function realFolder(named: string): string {
  const folder = resolve(named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('not-found', `The folder is not there: ${folder}`);
  return realpathSync(folder);
}
