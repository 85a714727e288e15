import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Analysis, ErrorGroup } from '../../../../shared/model/annealing.ts';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { identityOf, sameIdentity } from '../../../kernel/file-identity.ts';
import { localIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { quarantineFile } from '../../../kernel/quarantine.ts';

/** Relative to the workspace. */
const LOG_PATH = 'directives/self_annealing_log.md';
const HEADER = '# Self-Annealing Log\n\n자가 치유 활동 기록\n\n---\n';
const ATTEMPTS = 5;

/** The human report of 97layerOS. */
export interface AnnealingLog {
  append(group: ErrorGroup, analysis: Analysis): Promise<{ quarantined: string | null }>;
}

export function createAnnealingLog({ workspace, clock }: { workspace: string; clock: Clock }): AnnealingLog {
  const path = within(workspace, LOG_PATH);
  let last: Promise<unknown> = Promise.resolve();

  const append = async (group: ErrorGroup, analysis: Analysis): Promise<{ quarantined: string | null }> => {
    assertRealFolders(workspace, LOG_PATH, new Set());
    let quarantined: string | null = null;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const seen = await identityOf(path);
      const text = await readText(path);
      if (text === null) {
        quarantined = await quarantineFile(workspace, path, clock);
        continue;
      }
      if (!sameIdentity(seen, await identityOf(path))) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFileAtomic(path, joined(text, renderSection(group, analysis)));
      return { quarantined };
    }
    throw new AppError('changed-meanwhile', `${path} is being written by another program all the time. Nothing was added.`);
  };

  return {
    append(group, analysis) {
      const run = last.then(() => append(group, analysis));
      last = run.catch(() => undefined);
      return run;
    },
  };
}

/** The section of one analysis, in exactly the layout that 97layerOS writes. Pure. */
export function renderSection(group: ErrorGroup, analysis: Analysis): string {
  const suggestions = analysis.suggestions.map(
    ({ type, title, code, codeLanguage }, index) =>
      `${index + 1}. **${type}**: ${title.ko}\n\n\`\`\`${codeLanguage}\n${code.replaceAll('```', "'''")}\n\`\`\`\n`,
  );
  return [
    `## [${localIso(analysis.at).replace('T', ' ')}] ${oneLine(group.type)}\n`,
    `**에러 메시지**: ${oneLine(group.message)}\n`,
    `**컨텍스트**:\n- Function: ${oneLine(group.function)}\n- File: ${oneLine(group.file ?? 'unknown')}\n- Line: ${group.line ?? 'unknown'}\n`,
    `**발생 횟수**: ${analysis.count}\n`,
    `**자동 수정 제안**:\n`,
    ...(suggestions.length === 0 ? ['적용되는 규칙 없음\n'] : suggestions),
    `**상태**: 분석 완료 (수동 검토 필요)\n`,
    `---\n`,
  ].join('\n');
}

/** A message must not become headings of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function joined(text: string, section: string): string {
  if (text.trim() === '') return `${HEADER}\n${section}`;
  return `${text}${text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n'}${section}`;
}

/** Null: it is no text, and is not to be overwritten. */
async function readText(path: string): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Not UTF-8.
      return null;
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}
