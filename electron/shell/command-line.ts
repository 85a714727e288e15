/** The folder after `--workspace`; undefined when none is given. Unknown words are Chromium's and are left alone. */
export function workspaceArgument(words: readonly string[]): string | undefined {
  const index = words.lastIndexOf('--workspace');
  if (index >= 0) return words[index + 1];
  return words.findLast((word) => word.startsWith('--workspace='))?.slice('--workspace='.length);
}
