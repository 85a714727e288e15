import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { editSettings, parseSettings } from '../../kernel/settings-file/index.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { patchLines } from '../text/diff-lines.ts';
import { printableLines } from '../text/printable.ts';

/** The settings in force, or one of them, as YAML; defaults included. */
export function settingsGet({ output, withGuardian, workspace }: Session, key: string): Promise<number> {
  return withGuardian(({ settings }) => {
    const result = parseSettings(settings.read().text, join(workspace(), 'nightguard.yaml'));
    if (!result.ok)
      throw new AppError('settings-invalid', `${result.problem.file}:${result.problem.line}: ${result.problem.message}`);
    const value = valueAt(result.settings, pathOf(key));
    if (value === undefined) throw new AppError('not-found', `There is no setting ${key}.`);
    output.document({ key, value });
    output.lines(printableLines(stringify(value)).trimEnd().split('\n'));
    return EXIT.ok;
  });
}

/** Changes one setting; comments stay. Shows the difference; 2 when a person must allow it. */
export function settingsSet(
  { output, voice, withGuardian }: Session,
  key: string,
  value: string,
  { dryRun = false }: { dryRun?: boolean },
): Promise<number> {
  return withGuardian(async ({ settings }) => {
    const { text, hash } = settings.read();
    const edited = editSettings(text, [{ path: pathOf(key), value: yamlOf(value) }]);
    const preview = settings.preview(edited);
    if (preview.problem !== null) throw new AppError('settings-invalid', `${preview.problem.message} Nothing was saved.`);
    const saved = dryRun ? null : await settings.save(edited, hash, userInfo().username);
    output.document({ ...preview, saved });
    output.lines(patchLines(preview.unified, voice));
    if (saved?.reason !== null && saved?.reason !== undefined) output.note(voice.said(saved.reason));
    if (dryRun) output.note(voice.t('terminal.dryRun'));
    return saved?.state === 'held' ? EXIT.held : saved?.state === 'denied' ? EXIT.notWell : EXIT.ok;
  });
}

const pathOf = (key: string): string[] => (key === '' ? [] : key.split('.'));

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined,
    value,
  );

function yamlOf(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new AppError('usage', `The value is not YAML: ${messageOf(error)}`, { cause: error });
  }
}
