import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { renderDefaultSettings } from '../../kernel/settings-file/index.ts';
import { detectWorkspace, findCoreFolders } from '../../features/updates/index.ts';
import { ask, canAsk } from '../ask.ts';
import { holds } from '../../kernel/paths.ts';
import { createFile } from '../../kernel/create-file.ts';
import { EXIT } from '../exit-codes.ts';
import { SETTINGS_FILE } from '../find-workspace.ts';
import type { InitOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { candidateLines, initReport, type InitResult } from '../text/init-report.ts';

/** Makes a folder a guarded workspace. An existing nightguard.yaml is never touched. */
export async function init(session: Session, folder: string | undefined, { source: asked }: InitOptions): Promise<number> {
  const { host, output, voice } = session;
  const workspace = resolve(host.cwd, folder ?? session.asked() ?? '.');
  const file = join(workspace, SETTINGS_FILE);
  const exists = (): AppError => new AppError('usage', voice.t('terminal.init.exists', { file }));
  if (isThere(file)) throw exists();

  const candidates = findCandidates(session, workspace);
  const source =
    asked === undefined ? await chooseSource(session, workspace, candidates) : checkedSource(session, workspace, asked);
  mkdirSync(workspace, { recursive: true });
  const { kind } = detectWorkspace(workspace);
  const isNew = await createFile(file, renderDefaultSettings({ source, language: voice.language, comments: true }));
  if (!isNew) throw exists();

  const result: InitResult = { file, workspace, kind, source, candidates };
  // The commands that are proposed must work from here.
  if (folder !== undefined && workspace !== resolve(host.cwd)) session.askFor(folder);
  output.document(result);
  output.lines(initReport(result, voice));
  return EXIT.ok;
}

const findCandidates = ({ host }: Session, workspace: string): InitResult['candidates'] =>
  findCoreFolders(workspace, { platform: process.platform, home: host.env['HOME'] || homedir(), environment: host.env });

/** The only mirrored one is taken; several or none are a question, where there is somebody to ask. */
async function chooseSource(session: Session, workspace: string, candidates: InitResult['candidates']): Promise<string | null> {
  const [first] = candidates;
  if (candidates.length === 1 && first?.mode === 'mirror') return first.path;
  if (!canAsk(session)) return null;
  const { voice, output } = session;
  if (candidates.length > 0)
    for (const line of [voice.t('terminal.init.choose'), ...candidateLines(candidates, voice)]) output.note(line);
  const answer = await ask(voice.t(candidates.length > 0 ? 'terminal.init.ask' : 'terminal.init.askPath'), session);
  if (answer === '') return null;
  return candidates[Number(answer) - 1]?.path ?? checkedSource(session, workspace, answer);
}

function checkedSource({ host, voice }: Session, workspace: string, typed: string): string {
  const home = host.env['HOME'] || homedir();
  const source = resolve(host.cwd, typed.replace(/^~(?=$|[/\\])/, home));
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new AppError('usage', voice.t('terminal.init.sourceMissing', { source }));
  }
  if (holds(source, workspace)) throw new AppError('usage', voice.t('terminal.init.sourceSame', { source }));
  return source;
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
