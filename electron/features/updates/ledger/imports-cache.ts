import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import type { ImportsCache } from '../checks/types.ts';

const importsSchema = z.array(z.object({ module: z.string(), names: z.array(z.string()) }));

/** Import lists by content, kept across restarts. */
export function createImportsCache(database: Database): ImportsCache {
  return {
    get(hash, language) {
      const row = database.get<{ imports: string }>('SELECT imports FROM imports_cache WHERE hash = ? AND language = ?', hash, language);
      return row === undefined ? undefined : importsSchema.parse(JSON.parse(row.imports));
    },
    set(hash, language, imports) {
      database.run('INSERT OR REPLACE INTO imports_cache (hash, language, imports) VALUES (?, ?, ?)', hash, language, JSON.stringify(imports));
    },
  };
}
