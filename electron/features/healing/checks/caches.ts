import { megabytes } from '../caches/remove-files.ts';
import type { Caches } from '../caches/open-caches.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** Caches that are too old or too large; the healing of most of what caches cause. */
export const cachesCheck = (caches: Caches): Check =>
  createCheck({
    id: 'files.caches',
    category: 'files',
    severity: 'INFO',
    failAfter: 1,
    passAfter: 1,
    every: 10,
    check() {
      const { total, due } = caches.look();
      const bytes = total.reduce((sum, file) => sum + file.bytes, 0);
      if (due.length === 0) return passed(`${total.length} cache files take ${megabytes(bytes)}.`);
      return failed(`${due.length} of ${total.length} cache files are too old or too many.`);
    },
    fix: (context) => caches.clear(context),
  });
