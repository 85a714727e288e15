import type { ImportRef } from './import-ref.ts';
import type { CodeLanguage } from './languages.ts';

type Exists = (key: string) => boolean;

/**
 * The files of the workspace that a file's imports load, as keys (relative, POSIX separators), sorted. Modules from elsewhere give nothing.
 * Python is looked up from the workspace's root, the package's root and the file's own folder, in this order.
 */
export function resolveImports(language: CodeLanguage, imports: readonly ImportRef[], fromKey: string, exists: Exists): string[] {
  const found = new Set<string>();
  for (const reference of imports) {
    if (language === 'python') for (const key of pythonTargets(reference, fromKey, exists)) found.add(key);
    else {
      const key = scriptTarget(reference.module, fromKey, exists);
      if (key !== undefined) found.add(key);
    }
  }
  // A file that seems to import itself imports a module of the same name from elsewhere.
  found.delete(fromKey);
  return [...found].sort();
}

const folderOf = (key: string): string => (key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : '');
const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

// --- Python ---

function pythonTargets({ module, names }: ImportRef, fromKey: string, exists: Exists): string[] {
  const dots = /^\.*/.exec(module)![0].length;
  const parts = module
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  for (const root of dots > 0 ? relativeRoots(fromKey, dots) : absoluteRoots(fromKey, exists)) {
    const targets = targetsBelow(root, parts, names, fromKey, exists);
    if (targets.length > 0) return targets;
  }
  return [];
}

function relativeRoots(fromKey: string, dots: number): string[] {
  let folder = folderOf(fromKey);
  for (let up = 1; up < dots; up += 1) {
    if (folder === '') return [];
    folder = folderOf(folder);
  }
  return [folder];
}

function absoluteRoots(fromKey: string, exists: Exists): string[] {
  let packageRoot = folderOf(fromKey);
  while (packageRoot !== '' && exists(`${packageRoot}/__init__.py`)) packageRoot = folderOf(packageRoot);
  return [...new Set(['', packageRoot, folderOf(fromKey)])];
}

/** The module's file, the submodules among the names, and the `__init__` of packages on the way. */
function targetsBelow(
  root: string,
  parts: readonly string[],
  names: readonly string[],
  fromKey: string,
  exists: Exists,
): string[] {
  const targets: string[] = [];
  let folder = root;
  for (const part of parts.slice(0, -1)) {
    folder = below(folder, part);
    // The packages around the importing file are being loaded already: they are not imported by it.
    if (exists(`${folder}/__init__.py`) && !fromKey.startsWith(`${folder}/`)) targets.push(`${folder}/__init__.py`);
  }
  const last = parts.at(-1);
  const path = last === undefined ? root : below(folder, last);
  const own = moduleFile(path, exists);
  const submodules = names.map((name) => moduleFile(below(path, name), exists));
  const resolved = submodules.filter((key) => key !== undefined);
  // Where each name is a module of its own, a package around the importing file gives nothing itself.
  const surrounds = own !== undefined && own.endsWith('/__init__.py') && fromKey.startsWith(own.slice(0, -'__init__.py'.length));
  const allAreModules = names.length > 0 && resolved.length === names.length;
  if (own !== undefined && !(surrounds && allAreModules)) targets.push(own);
  if (own === undefined && resolved.length === 0) return [];
  return [...targets, ...resolved];
}

function moduleFile(path: string, exists: Exists): string | undefined {
  // A package wins over a module of the same name.
  if (path !== '' && exists(`${path}/__init__.py`)) return `${path}/__init__.py`;
  return path !== '' && exists(`${path}.py`) ? `${path}.py` : undefined;
}

// --- JavaScript and TypeScript ---

const SCRIPT_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** TypeScript names the file that will be, not the one that is. */
const WRITTEN_FOR: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

function scriptTarget(module: string, fromKey: string, exists: Exists): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(module)) return undefined;
  const path = joined(folderOf(fromKey), module.replace(/[?#].*$/, ''));
  if (path === undefined) return undefined;
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
  const stem = extension === undefined ? path : path.slice(0, -extension.length);
  const candidates = [
    ...(/\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) ? [path] : []),
    ...(WRITTEN_FOR[extension ?? ''] ?? []).map((written) => stem + written),
    ...SCRIPT_EXTENSIONS.map((written) => path + written),
    ...SCRIPT_EXTENSIONS.map((written) => below(path, `index${written}`)),
  ];
  return candidates.find(exists);
}

function joined(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
