/** Whether a name such as `update.apply` fits one of the patterns, in which `*` stands for anything. No pattern fits everything. */
export function compileWildcards(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => true;
  const sources = patterns.map((pattern) => pattern.split('*').map(escaped).join('.*'));
  const expression = new RegExp(`^(?:${sources.join('|')})$`, 'su');
  return (name) => expression.test(name);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
