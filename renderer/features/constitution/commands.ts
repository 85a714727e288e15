/** A word as a shell would need it: quoted only where that matters. */
function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

const command = (...words: string[]): string => ['nightguard', ...words.map(shellWord)].join(' ');

/** What a person can do in the terminal about what the Constitution view shows. Paths are relative to the workspace. */
export const commands = {
  judgeBlueprint: (path: string) => command('judge', 'blueprint', path),
  listUnlogged: () => command('audit', 'unlogged'),
  acceptChange: (path: string) => command('audit', 'accept', path),
  verifyLog: () => command('audit', 'verify'),
  tryDissolution: (structure: string, reason: string) => command('dissolve', structure, '--reason', reason, '--dry-run'),
  dissolve: (structure: string, reason: string) => command('dissolve', structure, '--reason', reason),
  allApprovals: () => command('approvals', 'list', '--all'),
  /** Words that the reviewer puts in are left in capitals. */
  review: (request: number) =>
    `${command('approvals', 'review', String(request))} --agent NAME --model MODEL --organization WHO --verdict approve --rationale WHY`,
} as const;
