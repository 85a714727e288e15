import { shellWord } from './shell-word.ts';

export interface WrapperOptions {
  command: string;
  /** Absolute path of the workspace. */
  workspace: string;
  strict: boolean;
  /** The agent's command and its first arguments; none: the script takes them. */
  agent?: readonly string[];
}

/** Marks a wrapper as ours, so that writing it again replaces it and never somebody else's script. */
export const WRAPPER_MARK = '# nightguard agent wrapper: judges the workspace, then runs the command.';

/** The text of a script that runs an agent's command only when the workspace's structures are judged well. */
export const renderAgentWrapper = ({ command, workspace, strict, agent = [] }: WrapperOptions): string => `#!/bin/sh
${WRAPPER_MARK}
set -u
nightguard=${shellWord(command)}
workspace=${shellWord(workspace)}
${agent.length > 0 ? `set -- ${agent.map(shellWord).join(' ')} "$@"\n` : USAGE}"$nightguard" judge scan "$workspace" --workspace "$workspace"${strict ? ' --strict' : ''} >&2
code=$?
case $code in
  0) ;;
  2) ${strict ? 'echo "Held: a structure is Canonical-Conditional (strict)." >&2; exit 2' : 'echo "Warning: a structure is Canonical-Conditional." >&2'} ;;
  *) echo "Held: the workspace was not judged Canonical ($code)." >&2; exit 1 ;;
esac
exec "$@"
`;

const USAGE = `if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument ...]" >&2
  exit 64
fi
`;
