import { readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../../../../shared/model/environment.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { parseRequirementsFile, type FileLine } from '../../../kernel/python/index.ts';
import { finding } from '../finding.ts';
import { readPyproject } from './pyproject.ts';
import type { RequirementSet, Wanted } from './wanted.ts';

interface Reading {
  workspace: string;
  /** The workspace without links: what an include must stay within. */
  root: string;
  wanted: Wanted[];
  constraints: Wanted[];
  options: RequirementSet['options'][number][];
  requiresPython: RequirementSet['requiresPython'];
  findings: Finding[];
  seen: Set<string>;
  watched: Set<string>;
}

/** Reads requirements files and pyproject.toml, relative to the workspace. What cannot be read is a finding with file and line. */
export async function readRequirements(workspace: string, files: readonly string[]): Promise<RequirementSet> {
  const reading: Reading = {
    workspace,
    root: await realpath(workspace),
    wanted: [],
    constraints: [],
    options: [],
    requiresPython: null,
    findings: [],
    seen: new Set(),
    watched: new Set(),
  };
  for (const file of files) {
    if (file.endsWith('.toml')) await readToml(reading, resolve(workspace, file));
    else await readFileInto(reading, resolve(workspace, file), 'wanted', [], null);
  }
  return { ...reading, watched: [...reading.watched] };
}

const shown = ({ workspace }: Reading, path: string): string => relative(workspace, path).split(sep).join('/');

async function readToml(reading: Reading, path: string): Promise<void> {
  const file = shown(reading, path);
  const bytes = await load(reading, path, null);
  if (bytes === null) return;
  const project = readPyproject(bytes.toString('utf8'), file);
  reading.findings.push(...project.findings);
  reading.wanted.push(...project.wanted);
  if (project.requiresPython !== null) reading.requiresPython = { range: project.requiresPython, file };
}

type From = { file: string; line: number } | null;

async function readFileInto(
  reading: Reading,
  path: string,
  as: 'wanted' | 'constraints',
  above: readonly string[],
  from: From,
): Promise<void> {
  if (above.includes(path)) {
    reading.findings.push(unreadable('include-cycle', shown(reading, path), from));
    return;
  }
  // A file that two others include is read once.
  const mark = `${as} ${path}`;
  if (reading.seen.has(mark)) return;
  reading.seen.add(mark);
  const bytes = await load(reading, path, from);
  if (bytes === null) return;
  const file = shown(reading, path);
  const parsed = parseRequirementsFile(bytes);
  if (!parsed.ok) {
    reading.findings.push(unreadable('requirements-unreadable', file, from, { detail: parsed.message }));
    return;
  }
  for (const line of parsed.lines) await take(reading, { path, file, as, above: [...above, path] }, line);
}

interface Place {
  path: string;
  file: string;
  as: 'wanted' | 'constraints';
  above: readonly string[];
}

async function take(reading: Reading, { path, file, as, above }: Place, line: FileLine): Promise<void> {
  const from = { file, line: line.line };
  switch (line.kind) {
    case 'requirement': {
      const { requirement } = line;
      reading[as].push({ key: requirement.key, name: requirement.name, requirement, location: null, text: line.text, ...from });
      return;
    }
    case 'editable':
    case 'location':
      reading[as].push({
        key: line.key,
        name: line.key ?? line.location,
        requirement: null,
        location: line.location,
        text: line.text,
        ...from,
      });
      return;
    case 'include':
    case 'constraint':
      if (/^[a-z][a-z0-9+.-]+:/i.test(line.path)) reading.findings.push(unreadable('include-is-address', file, from));
      else
        await readFileInto(reading, resolve(dirname(path), line.path), line.kind === 'include' ? as : 'constraints', above, from);
      return;
    case 'option':
      reading.options.push({ text: line.text, name: line.name, value: line.value, folder: dirname(path) });
      return;
    case 'invalid':
      reading.findings.push(unreadable('requirement-invalid', file, from, { detail: line.message }));
  }
}

async function load(reading: Reading, path: string, from: From): Promise<Buffer | null> {
  reading.watched.add(path);
  const file = shown(reading, path);
  try {
    const way = relative(reading.root, await realpath(path));
    if (way.startsWith('..') || isAbsolute(way)) {
      reading.findings.push(unreadable('include-outside', file, from));
      return null;
    }
    return await readFile(join(reading.root, way));
  } catch (error) {
    const isMissing = errnoOf(error) === 'ENOENT';
    reading.findings.push(
      unreadable(
        isMissing ? 'requirements-missing' : 'requirements-unreadable',
        file,
        from,
        isMissing ? {} : { detail: messageOf(error) },
      ),
    );
    return null;
  }
}

/** `where` is the line that led there, for people to go to. */
function unreadable(code: string, file: string, from: From, values: Record<string, string> = {}): Finding {
  const where = from === null ? file : `${from.file}:${from.line}`;
  return finding(code, 'REQUIREMENTS_UNREADABLE', `${where} ${file}`, {
    values: { file, where, ...values },
    advice: 'mend-file',
  });
}
