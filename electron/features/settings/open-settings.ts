import { isUtf8 } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { defaultSettings, type Settings, type SettingsProblem } from '../../../shared/model/settings.ts';
import type { SettingEdit, SettingsForm } from '../../../shared/model/settings-form.ts';
import type { SettingsEdited, SettingsFile, SettingsPreview, SettingsSaved } from '../../../shared/model/settings-file.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { beginAct } from '../../kernel/begin-act.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { AppError, errnoOf, messageOf } from '../../kernel/errors.ts';
import { sha256 } from '../../kernel/hash.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import { readPlainFile } from '../../kernel/plain-file.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import { editSettings, parseSettings, settingsForm, writtenSettings } from '../../kernel/settings-file/index.ts';
import { createFormerVersions } from './former-settings.ts';

export interface SettingsPorts {
  /** Absolute. */
  workspace: string;
  stateFolder: string;
  database: Database;
  clock: Pick<Clock, 'now'>;
  audit: Audit;
  gate: Gate;
  /** Brings what was saved into force. */
  reload: () => void;
}

/** nightguard.yaml of one workspace, as a person edits it. */
export interface SettingsDuty {
  read(): SettingsFile;
  /** What a text would change, and what is wrong with it. Changes nothing. */
  preview(text: string): SettingsPreview;
  /** A field for each setting, with its words in one language. */
  form(language: 'en' | 'ko'): SettingsForm;
  /** A text with one setting changed and its comments kept. Changes no file. @throws AppError `settings-invalid` */
  edit(text: string, edit: SettingEdit): SettingsEdited;
  /**
   * Saves a text when the file is still the one that was edited (`hash`); the version before is kept first.
   * @throws AppError `settings-invalid`, `changed-meanwhile`, `unsafe-path`
   */
  save(text: string, hash: string, person: string): Promise<SettingsSaved>;
  /** The text of a version that was replaced. @throws AppError `not-found`, `hash-mismatch` */
  former(id: string): string;
}

const FILE = 'nightguard.yaml';
const NOT_UTF8 = 'The file is not UTF-8 text.';

export function openSettings({ workspace, stateFolder, database, clock, audit, gate, reload }: SettingsPorts): SettingsDuty {
  const path = join(workspace, FILE);
  const versions = createFormerVersions(join(stateFolder, 'settings'));
  const current = (): Buffer => {
    try {
      return readPlainFile(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  };
  const parsed = (text: string): { settings: Settings | null; problem: SettingsProblem | null } => {
    const result = parseSettings(text, path);
    return result.ok ? { settings: result.settings, problem: null } : { settings: null, problem: result.problem };
  };
  const preview = (typed: string): SettingsPreview => {
    const before = current().toString('utf8');
    const text = withLineEnds(typed, before);
    const { settings, problem } = parsed(text);
    return {
      problem,
      unified:
        text === before ? '' : createTwoFilesPatch(`a/${FILE}`, `b/${FILE}`, before, text, undefined, undefined, { context: 3 }),
      sections: settings === null ? [] : changedSections(parsed(before).settings ?? defaultSettings(), settings),
      written: writtenSettings(text),
    };
  };

  return {
    read() {
      const bytes = current();
      const text = bytes.toString('utf8');
      const problem = isUtf8(bytes) ? parsed(text).problem : { file: path, line: 1, path: '', message: NOT_UTF8 };
      return { text, hash: sha256(bytes), problem, former: versions.list() };
    },
    preview,
    form: (language) => settingsForm(language),
    edit: (text, { path: at, change }) => {
      const edited = editSettings(text, [{ path: at, value: change.kind === 'set' ? change.value : undefined }]);
      return { text: edited, written: writtenSettings(edited) };
    },
    former: (id) => versions.text(id),
    async save(typed, hash, person) {
      const bytes = current();
      if (sha256(bytes) !== hash) throw changedMeanwhile();
      // Its bytes could not be put back from the text that was kept of it.
      if (!isUtf8(bytes)) throw invalid({ line: 1, message: NOT_UTF8 });
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
        throw new AppError('unsafe-path', `${FILE} is a symbolic link: change the file that it leads to. Nothing was saved.`);
      const before = bytes.toString('utf8');
      const text = withLineEnds(typed, before);
      if (text === before) return { state: 'unchanged', reason: null };
      const { problem } = parsed(text);
      if (problem !== null) throw invalid(problem);
      const { unified, sections } = preview(text);
      const { judgement, intent } = beginAct(
        { database, gate, audit },
        {
          // Who may decide what is a matter of its own.
          type: sections.includes('governance') ? 'settings.change-governance' : 'settings.change',
          target: FILE,
          actor: `person ${person}`,
          paths: [FILE],
          contentHash: sha256(text),
          risk: sections.includes('governance') ? 'high' : 'low',
          summary: `Change ${sections.length === 0 ? 'comments' : sections.join(', ')} in ${FILE}.`,
          diff: () => unified,
        },
      );
      if (intent === null) return { state: judgement.verdict === 'ask' ? 'held' : 'denied', reason: judgement.reason };
      try {
        if (before !== '') await versions.keep(before, clock.now());
        // Somebody may have written while the version before was kept.
        if (!current().equals(bytes)) throw changedMeanwhile();
        await writeFileAtomic(path, text);
      } catch (error) {
        audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
        throw error;
      }
      audit.outcome(intent, {
        result: 'done',
        reasons: [`sha256 ${sha256(before).slice(0, 12)} → ${sha256(text).slice(0, 12)}`],
      });
      reload();
      return { state: 'saved', reason: null };
    },
  };
}

const changedMeanwhile = (): AppError =>
  new AppError('changed-meanwhile', `${FILE} was changed by someone else meanwhile. Nothing was saved.`);

const invalid = ({ line, message }: Pick<SettingsProblem, 'line' | 'message'>): AppError =>
  new AppError('settings-invalid', `${FILE}:${line}: ${message} Nothing was saved.`);

/** A text field knows one kind of line end: the file keeps its own. */
const withLineEnds = (text: string, before: string): string =>
  before.includes('\r\n') && !text.includes('\r') ? text.replaceAll('\n', '\r\n') : text;

const changedSections = (before: Settings, after: Settings): string[] =>
  (Object.keys(after) as (keyof Settings)[]).filter((section) => !isDeepStrictEqual(before[section], after[section]));
