import { createTwoFilesPatch } from 'diff';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { joinKey } from '../../../kernel/names.ts';
import { textOf } from '../consensus/amendment.ts';
import { readDocument } from '../consensus/write-document.ts';
import { DISSOLUTION } from '../policy/built-in-rules.ts';
import type { DissolutionPlan } from './plan.ts';
import { oneLine } from './summary.ts';
import type { StructureEntry } from './survey.ts';

/** More lines nobody reads in an approval; the dry run lists all of them, and the hash stands for all of them. */
const MOST_LINES = 500;
const SHORT_HASH = 12;

/** Numbers of what goes: files (links are files), folders, bytes. */
export function measure(entries: readonly StructureEntry[]): { files: number; folders: number; bytes: number } {
  const files = entries.filter(({ kind }) => kind !== 'folder');
  return {
    files: files.length,
    folders: entries.length - files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** The act as it is judged and recorded. `door` is through whom it comes, as in `terminal`. */
export function actOf(plan: DissolutionPlan, workspace: string, door: string): Act {
  const { structure, entries, readme, contentHash, reason } = plan;
  const { files, bytes } = measure(entries);
  const going = entries.filter(({ kind }) => kind !== 'folder').map(({ path }) => joinKey(structure, path));
  return {
    type: DISSOLUTION,
    target: structure,
    actor: `nightguard (${door})`,
    paths: readme === null ? going : [...going, readme.path],
    contentHash,
    risk: 'high',
    summary: `Archive and remove ${structure} (files: ${files}, bytes: ${bytes}): ${reason}`,
    diff: () => whatGoes(plan),
    contents: (path) => contentsOf(plan, workspace, path),
  };
}

/** What a review of the constitution looks at: what goes has a text before, and none after. */
function contentsOf(
  { structure, readme }: DissolutionPlan,
  workspace: string,
  path: string,
): ReturnType<NonNullable<Act['contents']>> {
  if (path === readme?.path) return { before: readme.before, after: readme.after };
  if (!path.startsWith(`${structure}/`)) return null;
  return { before: textAt(workspace, path), after: null };
}

/** What is no document (a link, a device's endless bytes, no text) goes all the same, and has nothing to say. */
function textAt(workspace: string, path: string): string {
  try {
    return textOf(readDocument(workspace, path) ?? new Uint8Array());
  } catch (error) {
    if (error instanceof AppError || error instanceof TypeError || errnoOf(error) !== undefined) return '';
    throw error;
  }
}

/** Everything that a person must see before they let it go: what is removed, what stays, what is written, and where the copy lies. */
export function whatGoes(plan: DissolutionPlan): string {
  const { structure, entries, kept, nested, readme, handover, archivePath, summary } = plan;
  const { files, folders, bytes } = measure(entries);
  return [
    `Removed: ${oneLine(structure)} (files: ${files}, folders: ${folders}, bytes: ${bytes})`,
    `Archived first, every byte verified, below ${oneLine(parentOf(archivePath))}`,
    ...(nested.length === 0 ? [] : [`Structures of their own that go with it: ${nested.map(oneLine).join(', ')}`]),
    ...(kept.length === 0 ? [] : [`Stays in place: ${kept.map(oneLine).join(', ')}`]),
    ...(handover === null
      ? []
      : [`Authority handed to: ${oneLine(handover.successor)}`, 'Requests that wait and reviews that are open are ended.']),
    '',
    ...lines(entries),
    ...(readme === null ? [] : ['', createTwoFilesPatch(readme.path, readme.path, readme.before ?? '', readme.after).trimEnd()]),
    '',
    '+++ DISSOLUTION_SUMMARY.md',
    ...added(summary),
  ].join('\n');
}

function lines(entries: readonly StructureEntry[]): string[] {
  const shown = entries.slice(0, MOST_LINES).map(line);
  const more = entries.slice(MOST_LINES);
  if (more.length === 0) return shown;
  const { files, folders, bytes } = measure(more);
  return [...shown, `… and more (files: ${files}, folders: ${folders}, bytes: ${bytes}): the dry run lists all of them`];
}

const line = ({ path, kind, size, hash }: StructureEntry): string =>
  kind === 'folder'
    ? `- ${oneLine(path)}/`
    : `- ${oneLine(path)}  ${size} bytes  ${hash.slice(0, SHORT_HASH)}${kind === 'link' ? '  (link)' : ''}`;

const added = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((one) => `+ ${one}`);

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
