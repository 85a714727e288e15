import { shellWord } from './shell-word.ts';

export interface WrapperOptions {
  command: string;
  /** Absolute path of the workspace. */
  workspace: string;
  strict: boolean;
}

/** The text of a script that runs an agent's command only when the workspace's structures are judged well: \`wrapper agent …\`. */
export const renderAgentWrapper = ({ command, workspace, strict }: WrapperOptions): string => `#!/bin/sh
# nightguard agent wrapper: judges the workspace, then runs the command that follows.
set -u
nightguard=${shellWord(command)}
workspace=${shellWord(workspace)}
if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument ...]" >&2
  exit 64
fi
"$nightguard" judge scan "$workspace"${strict ? ' --strict' : ''} >&2
code=$?
case $code in
  0) ;;
  2) ${strict ? 'echo "Held: a structure is Canonical-Conditional (strict)." >&2; exit 2' : 'echo "Warning: a structure is Canonical-Conditional." >&2'} ;;
  *) echo "Held: the workspace was not judged Canonical ($code)." >&2; exit 1 ;;
esac
exec "$@"
`;
