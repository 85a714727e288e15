import { shellWord } from './shell-word.ts';

export interface HookOptions {
  /** The nightguard command: a name on PATH or an absolute path. */
  command: string;
  /** Conditional judgements block too. */
  strict: boolean;
}

/** Marks a hook as ours, so that installing again replaces it and never somebody else's. */
export const HOOK_MARK = '# nightguard pre-commit hook';

/**
 * The text of a git pre-commit hook that judges what is about to be committed, as it is staged and not as it lies in the folder. Blocks on
 * Non-Canonical, and when nothing could be judged.
 */
export const renderPreCommitHook = ({ command, strict }: HookOptions): string => `#!/bin/sh
${HOOK_MARK}
# Judges staged DNA and permission requests. Written by: nightguard hook install
set -u
nightguard=${shellWord(command)}
if ! command -v "$nightguard" >/dev/null 2>&1; then
  echo "nightguard is not there: $nightguard. The commit is held because nothing can be judged." >&2
  exit 1
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
list="$folder/list"
git diff --cached --name-only --diff-filter=ACMRT -z -- ':(glob)**/DNA.md' ':(glob)**/DNA_BLUEPRINT.md' ':(icase,glob)**/*permission*.md' >"$list" || exit 1
# One path at a time: names may hold spaces and line breaks.
export nightguard folder
xargs -0 -n 1 sh -c '
  [ $# -eq 1 ] || exit 0
  case "\${1##*/}" in
    DNA.md|DNA_BLUEPRINT.md) kind=blueprint; file="$folder/\${1##*/}" ;;
    *) kind=permission; file="$folder/request.md" ;;
  esac
  # By its stage and as it is: a folder may be called "0:x", and a text conversion may say anything.
  git cat-file blob ":0:$1" >"$file" || exit 255
  "$nightguard" judge "$kind" "$file" --as "$1"${strict ? ' --strict' : ''} >&2
  code=$?
  case $code in
    0) ;;
    2) ${strict ? 'echo "Held: $1 is Canonical-Conditional (strict)." >&2; exit 255' : 'echo "Warning: $1 is Canonical-Conditional." >&2'} ;;
    *) echo "Held: $1 was not judged Canonical ($code)." >&2; exit 255 ;;
  esac
' nightguard-judge <"$list" || exit 1
`;
