/** A word as a shell would need it: quoted only where that matters. */
function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

const command = (...words: string[]): string => ['nightguard', ...words.map(shellWord)].join(' ');

/** What a person can do in the terminal about what the Constitution view shows. Words that they put in are in capitals. */
export const commands = {
  judgeBlueprint: (path: string) => command('judge', 'blueprint', path),
  /** Looks at the guarded files again, and names those that changed without an entry. */
  judgeSelf: () => command('judge', 'self'),
  acceptChange: (path: string) => command('audit', 'accept', path, '--reason', 'WHY'),
  verifyLog: () => command('audit', 'verify'),
  checkpoint: () => command('audit', 'checkpoint'),
  acknowledgeAct: (act: number) => command('audit', 'acknowledge', String(act), '--reason', 'WHY'),
  tryDissolution: (structure: string, reason: string) => command('dissolve', structure, '--reason', reason, '--dry-run'),
  dissolve: (structure: string, reason: string) => command('dissolve', structure, '--reason', reason),
  allApprovals: () => command('approvals', 'list', '--all'),
  review: (consensus: number) =>
    `${command('governance', 'review', String(consensus))} --agent NAME --model MODEL --organization WHO --verdict approve --rationale WHY`,
} as const;
