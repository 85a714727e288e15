import type { Voice } from './voice.ts';

const TOKEN_FILE = '/etc/prometheus/nightguard.token';

/** The address, how to report errors to it, and how Prometheus reads it. */
export function apiLines(base: string, dsn: string, { t, paint, command }: Voice): string[] {
  return [
    `${t('terminal.api.base')}  ${base}`,
    `SENTRY_DSN  ${dsn}`,
    '',
    t('terminal.api.token', { command: command('api', '--token') }),
    t('terminal.api.openapi', { command: command('api', '--openapi') }),
    '',
    t('terminal.api.prometheus', { file: TOKEN_FILE }),
    ...[
      'scrape_configs:',
      '  - job_name: nightguard',
      '    authorization:',
      `      credentials_file: ${TOKEN_FILE}`,
      '    static_configs:',
      `      - targets: ['${base.replace('http://', '')}']`,
    ].map((line) => paint('faint', `  ${line}`)),
  ];
}

/** What to do so that somebody listens. */
export const closedLines = ({ t, command }: Voice): string[] => [
  t('terminal.api.closed'),
  '  annealing:',
  '    ingest: { enabled: true }',
  t('terminal.api.afterwards', { command: command('watch') }),
];
