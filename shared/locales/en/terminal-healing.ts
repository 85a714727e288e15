/** What `heal` and `watch --supervised` say. */
export const healingTexts = {
  healing: {
    score: '{{score}} of 100 ({{parts}})',
    gauges: 'CPU {{cpu}} · memory {{memory}} · disk {{disk}} · looked for {{seconds}} s',
    baseline: 'baseline {{mb}} MB',
    givenUp: 'Healing was given up.',
    treatments: 'Healed',
    processes: 'Watched processes',
    agents: 'Agents',
    outlooks: 'Outlook',
    crashed: 'Nightguard ended unexpectedly ({{detail}}); started again in {{seconds}} s.',
    hung: 'Nightguard gave no sign of life ({{detail}}); started again in {{seconds}} s.',
  },
};

/** Words for health, which panel and terminal share. */
export const health = {
  status: { HEALTHY: 'Healthy', DEGRADED: 'Impaired', UNKNOWN: 'Not known' },
  state: { passed: 'ok', failed: 'failed', 'could-not-check': 'could not check' },
  treatment: { healed: 'healed', failed: 'not healed', 'not-allowed': 'not allowed', would: 'would heal' },
  process: {
    running: 'running',
    rising: 'memory rises',
    leaking: 'leaks memory',
    'not-running': 'not running',
    unknown: 'not known',
  },
  agent: { active: 'active', idle: 'idle', silent: 'silent', stuck: 'stuck', unknown: 'not known' },
  category: { host: 'machine', files: 'files', processes: 'processes', agents: 'agents', code: 'code', self: 'Nightguard' },
};

/** Their lines in the help. */
export const healingHelp = {
  heal: 'look at machine, processes, files and agents, and mend what can be mended',
  healDryRun: 'only say what would be mended',
  watchSupervised: 'start Nightguard again when it crashes or hangs',
};
