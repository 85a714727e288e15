import {
  evaluateMarker,
  editBytes,
  type ByteEdit,
  type MarkerEnvironment,
  type RequirementLine,
} from '../../../../kernel/python/index.ts';
import { pipScheme } from '../../versions/pip-scheme.ts';
import type { RequirementFile } from '../../inventory/requirement-files.ts';

/** New versions, by name key, with every hash that the index gives for them. */
export type Pins = ReadonlyMap<string, { from: string; to: string; hashes: readonly string[] }>;

export type Rewrite = { ok: true; bytes: Uint8Array; changed: boolean } | { ok: false; reason: string };

/**
 * Writes new versions into the exact pins of a file, and nothing else: comments, order, markers, extras, line ends and all other bytes stay.
 * A pin with hashes gets the hashes of the new version; when the index has none, that is a reason not to upgrade.
 */
export function rewriteRequirements(
  file: Pick<RequirementFile, 'path' | 'bytes' | 'parsed'>,
  pins: Pins,
  markers: MarkerEnvironment,
): Rewrite {
  const edits: ByteEdit[] = [];
  for (const line of file.parsed.lines) {
    if (line.kind !== 'requirement') continue;
    const pin = pins.get(line.requirement.key);
    if (pin === undefined || !isInForce(line, markers)) continue;
    const clauses = line.clauses.filter((clause) => isPinOf(clause, pin.from));
    if (clauses.length === 0) continue;
    edits.push(...clauses.map(({ versionSpan }) => ({ ...versionSpan, text: pin.to })));
    if (line.hashes.length === 0) continue;
    if (pin.hashes.length === 0)
      return {
        ok: false,
        reason: `The index has no hashes of ${line.requirement.name} ${pin.to}, and ${file.path} asks for them.`,
      };
    const hashes = hashEdit(file, line, pin.hashes);
    if (hashes === null) return { ok: false, reason: `${file.path}:${line.line}: something stands between the hashes.` };
    edits.push(hashes);
  }
  return { ok: true, bytes: editBytes(file.bytes, file.parsed.encoding, edits), changed: edits.length > 0 };
}

const isInForce = ({ requirement }: RequirementLine, markers: MarkerEnvironment): boolean =>
  requirement.marker === null || evaluateMarker(requirement.marker, markers) !== false;

/** A pin on another version than the installed one is somebody's wish that was not carried out yet: it is left alone. */
const isPinOf = ({ operator, version }: RequirementLine['clauses'][number], from: string): boolean =>
  (operator === '==' || operator === '===') &&
  !version.endsWith('.*') &&
  pipScheme.isValid(version) &&
  pipScheme.allows(`==${version}`, from);

const BETWEEN = /^(?:\s|\\\r?\n)*$/;

/** All hashes at once, each behind the same white space as the first one is. */
function hashEdit(
  { bytes, parsed }: Pick<RequirementFile, 'bytes' | 'parsed'>,
  line: RequirementLine,
  hashes: readonly string[],
): ByteEdit | null {
  const [first] = line.hashes;
  const last = line.hashes.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = (start: number, end: number): string => {
    const part = Buffer.from(bytes.subarray(start, end));
    if (parsed.encoding === 'utf-8') return part.toString('latin1');
    return (parsed.encoding === 'utf-16be' ? part.swap16() : part).toString('utf16le');
  };
  const gaps = line.hashes.slice(1).map(({ span }, index) => text(line.hashes[index]?.span.end ?? span.start, span.start));
  if (!gaps.every((gap) => BETWEEN.test(gap))) return null;
  const before = /(?:[ \t]|\\\r?\n)+$/.exec(text(line.head.end, first.span.start))?.[0] ?? ' ';
  return { start: first.span.start, end: last.span.end, text: hashes.map((hash) => `--hash=sha256:${hash}`).join(before) };
}
