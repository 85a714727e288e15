/** What `run` and `errors` say. */
export const annealingTexts = {
  run: {
    again: 'It failed. Trying again in {{seconds}} s ({{left}} left).',
    repeats: '{{key}} has come {{count}} times: see `nightguard errors show {{id}}`.',
    unrecorded: 'The failure could not be recorded: {{reason}}',
  },
  errors: {
    none: 'No errors.',
    seen: 'First seen {{first}}, last {{last}}',
    suspect: 'First seen {{minutes}} min. after release {{release}}: the update is the suspect. To go back: {{command}}',
    notAnalysed: 'Not analysed yet.',
    noRule: 'No rule applies.',
    noPatch: 'No patch: {{reason}}.',
    state: {
      new: 'new',
      recurring: 'recurring',
      proposed: 'fix proposed',
      fixed: 'fixed',
      regressed: 'came back',
      ignored: 'ignored',
    },
    fix: {
      unproven: 'This patch is not proven: nobody has seen it help.',
      APPLIED: '{{release}} applied the fix of {{key}} to {{file}}; it is archived and verified.',
      APPLIED_next: 'To go back: {{undo}}. If the error comes back, the fix is taken back by itself.',
      PLANNED: 'This would be applied to {{file}}. Nothing was changed.',
      HELD: 'Nothing was changed. {{reason}}',
      HELD_next: 'After the approval the same command applies it: {{command}}',
      DENIED: 'Nothing was changed: {{reason}}.',
      FAILED: '{{release}} failed and was taken back: {{reason}}',
      ROLLED_BACK: '{{release}} failed its checks and was rolled back: {{reason}}',
      NO_PATCH: 'There is nothing to apply: {{reason}}.',
    },
    fixed: {
      asked: 'A fix waits for a person. {{reason}}',
      applied: 'A fix was applied as {{release}}.',
      'taken-back': 'The fix {{release}} did not hold: {{reason}}',
      left: 'The fix {{release}} did not hold: {{reason}}',
    },
    proof: { proven: 'Proven', 'not-proven': 'Not proven', refuted: 'Refuted' },
  },
};

/** The help of the same commands. */
export const annealingHelp = {
  run: 'Run a command, and record how it fails',
  runCommand: 'the command and its arguments, after --',
  runRetries: 'try again this often when it fails, waiting longer each time',
  errors: 'Errors of programs: grouped, counted, analysed',
  errorsList: 'Groups of errors, the newest first',
  errorsAll: 'fixed and ignored ones too',
  errorsShow: 'One group: stack, suspect release, what is proposed',
  errorsReport: 'Analyse one group now, and add it to directives/self_annealing_log.md',
  errorsResolve: 'Say that it is fixed; if it comes again it is shown as come back',
  errorsIgnore: 'Count it on, but say nothing of it any more',
  errorsFix: 'Apply the proposed patch, once it is approved',
  errorsFixDryRun: 'show the patch; change nothing',
  errorsKey: 'number or key of the group, as `errors list` shows them',
  errorsMerge: 'Make one group of two that are the same error',
  errorsId: 'number of the group, as `errors list` shows it',
  errorsMergeFrom: 'number of the group that goes',
  errorsMergeInto: 'number of the group that stays',
};
