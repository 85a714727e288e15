import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import type { ImportsCache } from '../checks/types.ts';

const importsSchema = z.array(z.object({ module: z.string(), names: z.array(z.string()) }));

/** Import lists by content, kept across restarts. New ones are written together by `flush`: one by one each would cost a sync. */
export function createImportsCache(database: Database): ImportsCache & { flush(): void } {
  const fresh = new Map<string, { hash: string; language: string; imports: string }>();
  return {
    get(hash, language) {
      const row = database.get<{ imports: string }>(
        'SELECT imports FROM imports_cache WHERE hash = ? AND language = ?',
        hash,
        language,
      );
      return row === undefined ? undefined : importsSchema.parse(JSON.parse(row.imports));
    },
    set(hash, language, imports) {
      fresh.set(`${language} ${hash}`, { hash, language, imports: JSON.stringify(imports) });
    },
    flush() {
      const sql = 'INSERT OR REPLACE INTO imports_cache (hash, language, imports) VALUES (?, ?, ?)';
      database.transaction(() => {
        for (const { hash, language, imports } of fresh.values()) database.run(sql, hash, language, imports);
      });
    },
  };
}
