import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { defaultSettings, type Settings, type SettingsProblem } from '../../../shared/model/settings.ts';
import type { SettingsFile, SettingsPreview, SettingsSaved } from '../../../shared/model/settings-file.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { beginAct } from '../../kernel/begin-act.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { AppError, errnoOf, messageOf } from '../../kernel/errors.ts';
import { sha256 } from '../../kernel/hash.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import { parseSettings } from '../../kernel/settings-file/index.ts';
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
  /**
   * Saves a text when the file is still the one that was edited (`hash`); the version before is kept first.
   * @throws AppError `settings-invalid`, `changed-meanwhile`
   */
  save(text: string, hash: string, person: string): Promise<SettingsSaved>;
  /** The text of a version that was replaced. @throws AppError `not-found`, `hash-mismatch` */
  former(id: string): string;
}

const FILE = 'nightguard.yaml';

export function openSettings({ workspace, stateFolder, database, clock, audit, gate, reload }: SettingsPorts): SettingsDuty {
  const path = join(workspace, FILE);
  const versions = createFormerVersions(join(stateFolder, 'settings'));
  const current = (): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return '';
      throw error;
    }
  };
  const parsed = (text: string): { settings: Settings | null; problem: SettingsProblem | null } => {
    const result = parseSettings(text, path);
    return result.ok ? { settings: result.settings, problem: null } : { settings: null, problem: result.problem };
  };
  const preview = (text: string): SettingsPreview => {
    const before = current();
    const { settings, problem } = parsed(text);
    return {
      problem,
      unified:
        text === before ? '' : createTwoFilesPatch(`a/${FILE}`, `b/${FILE}`, before, text, undefined, undefined, { context: 3 }),
      sections: settings === null ? [] : changedSections(parsed(before).settings ?? defaultSettings(), settings),
    };
  };

  return {
    read() {
      const text = current();
      return { text, hash: sha256(text), problem: parsed(text).problem, former: versions.list() };
    },
    preview,
    former: (id) => versions.text(id),
    async save(text, hash, person) {
      const before = current();
      if (sha256(before) !== hash)
        throw new AppError('changed-meanwhile', `${FILE} was changed by someone else meanwhile. Nothing was saved.`);
      if (text === before) return { state: 'unchanged', reason: null };
      const { problem } = parsed(text);
      if (problem !== null)
        throw new AppError('settings-invalid', `${FILE}:${problem.line}: ${problem.message} Nothing was saved.`);
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

const changedSections = (before: Settings, after: Settings): string[] =>
  (Object.keys(after) as (keyof Settings)[]).filter((section) => !isDeepStrictEqual(before[section], after[section]));
