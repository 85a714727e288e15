import { statSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { errnoOf, messageOf } from '../errors.ts';
import { readPlainFile } from '../plain-file.ts';
import { parseSettings, type SettingsResult } from './parse-settings.ts';

/** A settings file is written by hand: a larger one is something else. */
const MAX_BYTES = 1024 * 1024;

/** Reads `nightguard.yaml`; a missing or empty file means the defaults. Never throws: what cannot be read is a problem with line and reason. */
export function loadSettings(path: string): SettingsResult {
  const problem = (message: string): SettingsResult => ({ ok: false, problem: { file: path, line: 1, path: '', message } });
  try {
    if (statSync(path).size > MAX_BYTES) return problem('The file is larger than 1 MB: this cannot be a settings file.');
    const bytes = readPlainFile(path);
    // An editor that has emptied the file and not yet written it must not bring the defaults into force.
    if (bytes.length === 0) return absent();
    return parseSettings(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return absent();
    if (error instanceof TypeError && errnoOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return problem('The file is not UTF-8 text.');
    return problem(`The file could not be read: ${messageOf(error)}`);
  }
}

const absent = (): SettingsResult => ({ ok: true, settings: defaultSettings(), document: parseDocument(''), missing: true });
