import { parseDocument } from 'yaml';
import type { PlainValue } from '../../../shared/model/settings-form.ts';

/** More uses of anchors than this are an attack or an accident. */
const MAX_ALIASES = 100;

/** What stands in a settings file, whether its values are right or not; null where it is no YAML or holds no keys. */
export function writtenSettings(text: string): Record<string, PlainValue> | null {
  const document = parseDocument(text, { logLevel: 'error' });
  if (document.errors.length > 0) return null;
  try {
    // What JSON cannot say, such as .inf, is no value of a setting.
    const plain: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}));
    return typeof plain === 'object' && !Array.isArray(plain) ? (plain as Record<string, PlainValue>) : null;
  } catch (error) {
    // Anchors that lead nowhere or everywhere.
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}
