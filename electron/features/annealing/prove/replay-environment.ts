import type { ScratchCopy } from './scratch-copy.ts';

/** What a program needs to run at all; everything else might be a credential. */
const KEPT =
  /^(?:PATH|LANG|LANGUAGE|LC_[A-Z]+|TZ|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|NUMBER_OF_PROCESSORS|PYTHONUTF8|PYTHONIOENCODING|PYENV_ROOT|PYENV_VERSION)$/i;

/** The environment of a replay: no tokens, no home with keys in it, no agent. Pure. */
export function replayEnvironment(
  own: NodeJS.ProcessEnv,
  { home, temporary }: Pick<ScratchCopy, 'home' | 'temporary'>,
): Record<string, string> {
  const kept = Object.entries(own).flatMap(([name, value]): [string, string][] =>
    value !== undefined && KEPT.test(name) ? [[name, value]] : [],
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    PYTHONDONTWRITEBYTECODE: '1',
    NO_COLOR: '1',
    NIGHTGUARD_REPLAY: '1',
  };
}
