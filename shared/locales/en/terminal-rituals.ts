/** What `rituals` says. */
export const ritualsTexts = {
  rituals: {
    none: 'There are no rituals.',
    noRuns: 'No ritual has run yet.',
    next: 'next {{time}}',
    never: 'has not run yet',
    paused: 'paused',
    off: 'not enabled',
    skipNext: 'the next one is skipped',
    missed_one: '{{count}} missed',
    missed_other: '{{count}} missed',
    notRead: 'RITUALS_CONFIG was not read; its rituals do not run: {{reason}}',
    setPaused: '{{name}} is paused. It goes on with: {{command}}',
    setResumed: '{{name}} goes on.',
    setSkip: 'The next run of {{name}} is skipped.',
    result: {
      running: 'running',
      done: 'done',
      failed: 'failed',
      'timed-out': 'timed out',
      'handed-over': 'handed over to its agent',
      unanswered: 'handed over; its agent gave no answer',
      interrupted: 'interrupted',
      missed: 'missed',
      superseded: 'missed; a later run stood for it',
      skipped: 'skipped',
    },
    trigger: { schedule: 'on time', 'catch-up': 'caught up', person: 'by a person' },
  },
};

/** Their lines in the help. */
export const ritualsHelp = {
  rituals: 'what is done at which hour: list, run, pause',
  ritualsList: 'list rituals: when they come next, and what came of the last run',
  ritualsRun: 'run a ritual now',
  ritualsPause: 'pause a ritual',
  ritualsResume: 'let a paused ritual go on',
  ritualsSkip: 'skip its next run',
  ritualsHistory: 'list runs, newest first; missed ones too',
  ritualsOutput: 'what a run has printed',
  ritualsName: 'name of the ritual',
  ritualsRunId: 'number of the run, as `rituals history` shows it',
};
