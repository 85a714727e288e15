import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FormerSettings } from '../../../shared/model/settings-file.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import { sha256 } from '../../kernel/hash.ts';
import { readPlainFile } from '../../kernel/plain-file.ts';

const NAME = /^(\d{13})-([0-9a-f]{12})\.yaml$/;
const KEPT = 50;

/** Versions of the settings that were replaced: plain files below `.nightguard/settings`, named by time and hash. */
export interface FormerVersions {
  /** Newest first. */
  list(): FormerSettings[];
  /** Durable on return. */
  keep(text: string, at: number): Promise<void>;
  /** @throws AppError `not-found`, `hash-mismatch` */
  text(id: string): string;
}

export function createFormerVersions(folder: string): FormerVersions {
  const names = (): string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
        .toReversed();
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  };
  return {
    list: () => names().map((id) => ({ id, at: Number(NAME.exec(id)?.[1] ?? 0) })),
    async keep(text, at) {
      mkdirSync(folder, { recursive: true });
      await writeFileAtomic(join(folder, `${String(at).padStart(13, '0')}-${sha256(text).slice(0, 12)}.yaml`), text);
      for (const name of names().slice(KEPT)) rmSync(join(folder, name), { force: true });
    },
    text(id) {
      if (!names().includes(id)) throw new AppError('not-found', `There is no former version ${id} of the settings.`);
      const text = readPlainFile(join(folder, id)).toString('utf8');
      if (sha256(text).slice(0, 12) !== NAME.exec(id)?.[2])
        throw new AppError('hash-mismatch', `The former version ${id} of the settings is damaged.`);
      return text;
    },
  };
}
