import { join } from 'node:path';
import { errnoOf } from '../../kernel/errors.ts';
import { readPlainFile } from '../../kernel/plain-file.ts';
import type { AuditLimits } from './audit-log/index.ts';
import { readFrontMatter, valueAt, type Locations } from './constitution/index.ts';

/** For an immune system whose DNA sets none. */
const DEFAULTS: AuditLimits = { maxLogKb: 10_240, maxEntries: 100_000 };

/** When the log is closed and continued in a new file: as the immune system's own DNA says. A DNA that cannot be read sets no limits. */
export function readLogLimits({ immuneSystem }: Pick<Locations, 'immuneSystem'>): AuditLimits {
  for (const name of ['DNA.md', 'DNA_BLUEPRINT.md']) {
    const text = textOf(join(immuneSystem, name));
    if (text === null) continue;
    const read = readFrontMatter(text);
    const limit = (key: string, otherwise: number): number => {
      const value = read.ok ? valueAt(read.frontMatter.data, `resource_limits.${key}`) : undefined;
      return typeof value === 'number' && Number.isFinite(value) && value >= 1 ? Math.floor(value) : otherwise;
    };
    return { maxLogKb: limit('max_log_kb', DEFAULTS.maxLogKb), maxEntries: limit('max_audit_entries', DEFAULTS.maxEntries) };
  }
  return DEFAULTS;
}

function textOf(path: string): string | null {
  try {
    return readPlainFile(path).toString('utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'unsafe-path'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}
