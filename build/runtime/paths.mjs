import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that these scripts set up. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that the scripts download or generate; ignored by git, safe to delete. */
export const CACHE = join(ROOT, '.cache');

export const at = (...parts) => join(ROOT, ...parts);
