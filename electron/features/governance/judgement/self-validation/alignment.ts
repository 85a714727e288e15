import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import { ON_CONFLICT, PRECEDENCE, valueAt, type Constitution, type ConstitutionDocument } from '../../constitution/index.ts';

/**
 * Compares the doctrines with the Canon in what a program can honestly compare: order of precedence, conduct in conflict, voice, the version
 * that an exception was granted by, and that references lead somewhere. What their prose says is for agents and people.
 */
export function checkAlignment(
  constitution: Constitution,
  exists: (reference: string, from: string) => boolean | null,
): SelfCheck[] {
  const canon = constitution.documents.find((document) => document.role === 'canon');
  return constitution.documents.flatMap((document) => {
    if (document.state !== 'read') return [say(document.path, 'could-not-check', document.detail ?? document.state)];
    return [...governance(document), ...exception(document, canon), ...references(document, exists)];
  });
}

function governance({ path, role, voice, frontMatter }: ConstitutionDocument): SelfCheck[] {
  const data = frontMatter?.data;
  const stated = valueAt(data, 'governance');
  if (stated === undefined) {
    return role === 'structure' ? [say(`${path}: governance`, 'could-not-check', 'It states neither precedence nor voice')] : [];
  }
  const precedence = valueAt(data, 'governance.precedence');
  const ordered =
    Array.isArray(precedence) &&
    precedence.length === PRECEDENCE.length &&
    PRECEDENCE.every((name, at) => same(name, precedence[at]));
  return [
    judged(`${path}: precedence`, precedence, ordered, PRECEDENCE.join(' > ')),
    judged(
      `${path}: on_conflict`,
      valueAt(data, 'governance.on_conflict'),
      valueAt(data, 'governance.on_conflict') === ON_CONFLICT,
      ON_CONFLICT,
    ),
    judged(`${path}: voice`, valueAt(data, 'governance.voice'), valueAt(data, 'governance.voice') === voice, voice),
  ];
}

function exception({ path, frontMatter }: ConstitutionDocument, canon: ConstitutionDocument | undefined): SelfCheck[] {
  const granted = valueAt(frontMatter?.data, 'meta_exception.granted_by');
  if (granted === undefined) return [];
  const grantedBy = typeof granted === 'string' ? granted : (JSON.stringify(granted) ?? '');
  const subject = `${path}: meta_exception`;
  const named = /\bv?(\d+\.\d+\.\d+)\b/.exec(grantedBy)?.[1];
  if (!/canon/i.test(grantedBy)) return [say(subject, 'violated', `${grantedBy} is not the Canon`)];
  if (named === undefined || canon?.version === null || canon?.version === undefined) {
    return [say(subject, 'could-not-check', 'The version of the Canon is not stated on both sides')];
  }
  const ours = canon.version.replace(/^v/, '');
  // A later Canon has not taken the exception back by being later; that it still grants it only its text can say.
  return [
    ours === named
      ? say(subject, 'ok', '')
      : say(subject, 'could-not-check', `Granted by Canon ${named}; the Canon is now ${ours}`),
  ];
}

function references(
  { path, frontMatter }: ConstitutionDocument,
  exists: (reference: string, from: string) => boolean | null,
): SelfCheck[] {
  return Object.entries(frontMatter?.data ?? {}).flatMap(([key, value]) => {
    if (!key.endsWith('_reference') || typeof value !== 'string') return [];
    const found = exists(value, path);
    const result = found === null ? 'could-not-check' : found ? 'ok' : 'violated';
    return [
      say(
        `${path}: ${key}`,
        result,
        result === 'ok' ? '' : `${value} ${found === null ? 'cannot be followed' : 'does not exist'}`,
      ),
    ];
  });
}

function judged(subject: string, value: unknown, right: boolean, wanted: string): SelfCheck {
  if (value === undefined) return say(subject, 'could-not-check', 'It is not stated');
  return right ? say(subject, 'ok', '') : say(subject, 'violated', `It must be ${wanted}`);
}

const same = (name: string, other: unknown): boolean =>
  typeof other === 'string' && name.toLowerCase() === other.trim().toLowerCase();
const say = (subject: string, result: SelfCheck['result'], detail: string): SelfCheck => ({
  check: 'alignment',
  subject,
  result,
  detail,
});
