/** What `dissolve` says. */
export const dissolutionTexts = {
  dissolve: {
    needs: 'Name the structure and why: nightguard dissolve PATH --reason TEXT. `--list` shows what has come to its end.',
    needsBoth:
      '--successor and --readme-note belong together: the immune system is dissolved with both, everything else with neither.',
    listAlone: '--list shows all structures: it takes no PATH.',
    would: '{{structure}} would be archived and removed',
    extent: 'files: {{files}}, folders: {{folders}}, {{size}}',
    fact: {
      reason: 'Reason',
      extent: 'What goes',
      archive: 'Archive',
      hash: 'SHA-256',
      nested: 'With it',
      kept: 'Stays',
      successor: 'Successor',
    },
    asked: '{{structure}} needs your approval. Nothing was changed.',
    again: 'When it is approved, the same command carries it out.',
    denied: '{{structure}} was not dissolved. Nothing was changed.',
    done: '{{structure}} is dissolved. It lies in {{archive}}: copying it back restores it.',
    kept_one: '{{count}} audit log stays in place.',
    kept_other: '{{count}} audit logs stay in place.',
    left_one: '{{count}} file changed or came meanwhile, or could not be removed, and was left:',
    left_other: '{{count}} files changed or came meanwhile, or could not be removed, and were left:',
    takenBack: '{{structure}} was not dissolved: it was taken back before anything was removed.',
    refused: '{{structure}} is not dissolved. Nothing was changed.',
    refusal: {
      'the-workspace': 'It is the workspace itself.',
      'outside-the-constitution': 'It does not lie below the root of the constitution.',
      'holds-the-constitution': 'It holds the Canon, a doctrine or the immune system.',
      'holds-nightguard': 'It holds what Nightguard itself needs: its state, its settings or its archive.',
      'holds-the-archive': 'It holds the archive.',
      'in-the-archive': 'It lies in the archive already.',
      'through-a-link': 'The way to it leads through a symbolic link.',
      'holds-an-audit-log': 'It holds an audit log, and no audit log is ever removed.',
      'summary-exists': 'It has a DISSOLUTION_SUMMARY.md already: rename that first.',
      'no-dna': 'It has no DNA.md and no DNA_BLUEPRINT.md: it is no structure.',
      'no-reason': 'No reason was given.',
      'immune-system-without-handover':
        'The immune system hands its authority over first: say to whom (--successor) and what the README shall tell (--readme-note).',
      'handover-of-nothing':
        'It is not the immune system: it has no authority to hand over. Leave out --successor and --readme-note.',
    },
    noStructures: 'There is no structure with a DNA here.',
    noneDue: 'No structure has reached the end of its time.',
    due_one: '{{count}} structure has reached the end of its time:',
    due_other: '{{count}} structures have reached the end of their time:',
    conditions: 'Whether these conditions hold is for you to say:',
  },
};

/** Their lines in the help. */
export const dissolutionHelp = {
  dissolve: 'archive a structure and remove it, once you have approved exactly that',
  dissolvePath: 'folder of the structure',
  dissolveReason: 'why; kept in the summary and the audit log',
  dissolveDryRun: 'list everything that would happen; change nothing',
  dissolveList: 'list structures whose time is over, and the conditions under which the others end',
  dissolveSuccessor: 'only for the immune system: who takes its authority over',
  dissolveReadmeNote: 'only for the immune system: what the README shall tell',
  dissolveExit:
    'Exit codes: 0 dissolved · 1 refused, taken back, or something was left · 2 it waits for your approval, or something is due',
};
