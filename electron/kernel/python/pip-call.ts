/**
 * The first words of every call of pip. `-I`: neither what lies in the workspace nor PYTHONPATH is taken for pip or a part of Python. `-B`: a
 * look leaves no compiled files behind (`-I` ignores the variable for it).
 */
export const PIP_WORDS = ['-I', '-B', '-m', 'pip', '--disable-pip-version-check'] as const;

/** What somebody's variables may ask of their own pip, and must not ask of ours: another place, other versions, or nothing at all. */
const ASTRAY = `
  PIP_TARGET PIP_PREFIX PIP_ROOT PIP_USER PIP_PYTHON PIP_REQUIRE_VIRTUALENV PIP_BREAK_SYSTEM_PACKAGES
  PIP_UPGRADE PIP_FORCE_REINSTALL PIP_IGNORE_INSTALLED PIP_PRE PIP_NO_DEPS PIP_REQUIREMENT PIP_EDITABLE
  PIP_DRY_RUN PIP_REPORT`
  .trim()
  .split(/\s+/);

/** The environment of every call of pip, to be added to the process's own. */
export const PIP_ENVIRONMENT: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  ASTRAY.map((name) => [name, undefined]),
);
