import type { Entry } from './json-entries.ts';

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
const line = (...parts: unknown[]): string =>
  parts
    .map(word)
    .filter((part) => part !== '')
    .join('  ');

/** An entry of update_log.json. */
export const updateLine = (entry: Entry): string =>
  line(entry['timestamp'], entry['status'], entry['type'], entry['relative_path'], entry['release'], entry['error']);

/** An entry of health_log.json. */
export const healthLine = (entry: Entry): string =>
  line(entry['timestamp'], entry['status'], `issues ${word(entry['issues_count'])}`, `fixes ${word(entry['auto_fixes_count'])}`);

/** An entry of security_update_log.json. */
export const securityLine = (entry: Entry): string =>
  line(
    entry['timestamp'],
    entry['status'],
    entry['run'],
    `outdated ${word(entry['outdated_packages'])}`,
    `vulnerabilities ${word(entry['vulnerabilities'])}`,
    Object.entries(Object(entry['update_results']) as object)
      .map(([name, done]) => `${name} ${done === true ? 'updated' : 'FAILED'}`)
      .join(', '),
  );
