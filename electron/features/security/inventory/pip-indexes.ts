import { PIP_ENVIRONMENT, PIP_WORDS } from '../../../kernel/python/index.ts';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { PipInventory } from './pip-inventory.ts';
import type { RequirementFile } from './requirement-files.ts';

/** Where packages come from, the main index first; or why nobody knows. */
export type PipIndexes = { ok: true; urls: readonly string[] } | { ok: false; reason: string };

interface IndexesOptions {
  workspace: string;
  /** Of the settings; '' for none. */
  index: string;
  tools: ToolRunner;
  signal: AbortSignal;
}

/**
 * The indexes of this workspace: of the settings, else of its requirement files, else those that pip is configured with. No other is ever
 * asked: there, a stranger may have published packages of the same names.
 */
export async function indexesOf(options: IndexesOptions, { environment, files }: PipInventory): Promise<PipIndexes> {
  const own = optionsIn(files);
  const { main, extra, none } =
    options.index === '' ? { ...(await configured(options, environment.python)), ...own } : { main: options.index, extra: [] };
  if (none === true) return { ok: false, reason: 'pip is told to ask no index (--no-index)' };
  if (main === null) return { ok: false, reason: 'pip does not say which index it asks' };
  const urls = [main, ...extra].map((url) => url.replace(/\/+$/, ''));
  return urls.every((url) => /^https?:\/\//.test(url) && URL.canParse(url))
    ? { ok: true, urls }
    : { ok: false, reason: 'an index of pip has no http address, and cannot be asked' };
}

/** What makes pip itself ask exactly these. Its own files may name further ones: as a variable counts more, it repeats the main one. */
export const variablesFor = (indexes: PipIndexes): Record<string, string> => {
  const [main, ...extra] = indexes.ok ? indexes.urls : [];
  return main === undefined ? {} : { PIP_INDEX_URL: main, PIP_EXTRA_INDEX_URL: (extra.length === 0 ? [main] : extra).join(' ') };
};

interface Named {
  main: string | null;
  extra: string[];
  none?: boolean;
}

/** As for pip, options in a file count more than its configuration. Of two main indexes both count. */
function optionsIn(files: readonly RequirementFile[]): Partial<Named> {
  const lines = files.flatMap(({ parsed }) => parsed.lines.flatMap((line) => (line.kind === 'option' ? [line] : [])));
  const values = (...names: string[]): string[] =>
    lines.flatMap(({ name, value }) => (names.includes(name) && value !== null ? [withVariables(value)] : []));
  const [main, ...others] = values('--index-url', '--pypi-url');
  const extra = [...others, ...values('--extra-index-url')];
  return {
    ...(main === undefined ? {} : { main, extra }),
    ...(main === undefined && extra.length > 0 ? { extra } : {}),
    ...(lines.some(({ name }) => name === '--no-index') ? { none: true } : {}),
  };
}

/** pip puts the variables of the process into requirement files: `${USER}`, in capitals only. */
const withVariables = (text: string): string =>
  text.replaceAll(/\$\{([A-Z0-9_]+)\}/g, (whole, name: string) => process.env[name] ?? whole);

async function configured({ workspace, tools, signal }: IndexesOptions, python: string): Promise<Named> {
  const args = [...PIP_WORDS, 'config', 'list'];
  const { ok, stdout } = await tools.run({
    file: python,
    args,
    cwd: workspace,
    env: PIP_ENVIRONMENT,
    timeoutMs: 60_000,
    signal,
  });
  if (!ok) return { main: null, extra: [] };
  // Later scopes win: global, then the command's own section, then the environment.
  const valueOf = (name: string): string => {
    const found = [...stdout.matchAll(new RegExp(`^(global|install|:env:)\\.${name}='(.*)'$`, 'gm'))];
    const order = ['global', 'install', ':env:'];
    return found.sort((a, b) => order.indexOf(a[1] ?? '') - order.indexOf(b[1] ?? '')).at(-1)?.[2] ?? '';
  };
  return {
    main: valueOf('index-url') || 'https://pypi.org/simple',
    extra: valueOf('extra-index-url')
      .split(/\\n|\s+/)
      .filter((url) => url !== ''),
    none: /^(?:1|true|yes|on)$/i.test(valueOf('no-index')),
  };
}
