import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import type { Finding } from '../../../../shared/model/environment.ts';
import { parseRequirement } from '../../../kernel/python/index.ts';
import { finding } from '../finding.ts';
import type { Wanted } from './wanted.ts';

const projectSchema = z.object({
  project: z.object({ 'requires-python': z.string().optional(), dependencies: z.array(z.string()).optional() }).optional(),
});

export interface Project {
  requiresPython: string | null;
  wanted: readonly Wanted[];
  findings: readonly Finding[];
}

/** Reads `[project]` of a pyproject.toml (PEP 621). What builds the project, and its optional dependencies, are not needed to run it. */
export function readPyproject(text: string, file: string): Project {
  const document = parseToml(text);
  if (typeof document === 'string') return { requiresPython: null, wanted: [], findings: [unreadable(file, document)] };
  const parsed = projectSchema.safeParse(document);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const detail = `${issue?.path.join('.') ?? 'project'}: ${issue?.message ?? 'not as PEP 621 has it'}`;
    return { requiresPython: null, wanted: [], findings: [unreadable(file, detail)] };
  }
  const wanted: Wanted[] = [];
  const findings: Finding[] = [];
  for (const line of parsed.data.project?.dependencies ?? []) {
    const read = parseRequirement(line);
    if (read.ok) {
      const { requirement } = read;
      wanted.push({
        key: requirement.key,
        name: requirement.name,
        requirement,
        location: null,
        text: line,
        file,
        line: lineOf(text, line),
      });
    } else {
      const values = { file, where: `${file}:${lineOf(text, line)}`, detail: read.message };
      findings.push(finding('requirement-invalid', 'REQUIREMENTS_UNREADABLE', values.where, { values, advice: 'mend-file' }));
    }
  }
  return { requiresPython: parsed.data.project?.['requires-python'] ?? null, wanted, findings };
}

function parseToml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return `line ${error.line}: ${error.message.split('\n')[0] ?? ''}`;
  }
}

const unreadable = (file: string, detail: string): Finding =>
  finding('requirements-unreadable', 'REQUIREMENTS_UNREADABLE', file, {
    values: { file, where: file, detail },
    advice: 'mend-file',
  });

/** 1-based; the parser does not tell. */
function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
