import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentSettings } from '../../../../shared/model/settings.ts';

/** Which agent system a workspace holds; who opens this duty knows it. */
export type WorkspaceKind = '97layerOS' | 'AAOS' | 'plain';

/** What a workspace needs: its kind's customs and its own settings together. */
export interface Needs {
  kind: WorkspaceKind;
  directories: readonly string[];
  variables: { required: readonly string[]; optional: readonly string[]; file: string };
  files: readonly { path: string; sha256: string | null }[];
  /** Relative to the workspace. */
  requirements: readonly string[];
}

/** What 97layerOS itself checks for. */
const LAYER_OS = {
  directories: [
    'knowledge',
    'knowledge/system',
    'knowledge/inbox',
    'knowledge/raw_signals',
    'directives',
    'directives/agents',
    'execution',
    'execution/system',
    'libs',
    'assets',
    '.tmp',
    '.tmp/nightguard',
  ],
  required: ['TELEGRAM_BOT_TOKEN', 'GEMINI_API_KEY'],
  optional: ['ANTHROPIC_API_KEY', 'INSTAGRAM_ACCESS_TOKEN'],
  files: ['libs/core_config.py', 'execution/system/hybrid_sync.py', 'CLAUDE.md'],
};
const NOTHING = { directories: [], required: [], optional: [], files: [] };
const CUSTOMARY_REQUIREMENTS = ['requirements.txt', 'pyproject.toml'];

/** The needs of a workspace. A folder of no known kind needs only what its settings list. */
export function needsOf(workspace: string, kind: WorkspaceKind, settings: EnvironmentSettings): Needs {
  const known = kind === '97layerOS' && settings.expect === 'detected' ? LAYER_OS : NOTHING;
  const listed = settings.files.map(({ path, sha256 }) => ({ path, sha256: sha256 ?? null }));
  const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
  const required = both(known.required, settings.variables.required);
  return {
    kind,
    directories: both(known.directories, settings.directories),
    variables: {
      required,
      optional: both(known.optional, settings.variables.optional).filter((name) => !required.includes(name)),
      file: settings.variables.file,
    },
    files: [
      ...known.files.filter((path) => !listed.some((file) => file.path === path)).map((path) => ({ path, sha256: null })),
      ...listed,
    ],
    requirements:
      settings.requirements.length > 0
        ? settings.requirements
        : CUSTOMARY_REQUIREMENTS.filter((name) => existsSync(join(workspace, name))),
  };
}
