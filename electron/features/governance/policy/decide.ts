import type { Act } from '../../../kernel/ports/audit.ts';
import { foldName, isInside } from '../../../kernel/names.ts';
import { readActPaths, touchesAuditLog } from './act-paths.ts';
import { SETTINGS_BY_PERSON } from './built-in-rules.ts';
import type { CompiledRule, Policy } from './compile-policy.ts';

/** `rule` is the name of the rule that decided. */
export type Decision =
  | { effect: 'allow'; rule: string }
  | { effect: 'ask'; rule: string; reason: string; procedure: 'person' | 'meta' }
  | { effect: 'deny'; rule: string; reason: string };

/** Names of the rules that no setting can change. */
export const UNCLEAR_PATH = 'unclear path';
export const AUDIT_LOG = 'audit log';
export const GUARDED_PATH = 'guarded path';
export const NO_RULE = 'no rule';

/** Decides on an act: deny beats ask beats allow whatever the order of rules, and what nobody has thought of is asked. Pure. */
export function decide(policy: Policy, act: Act): Decision {
  const paths = readActPaths(act.paths);
  if (!paths.ok) return { effect: 'deny', rule: UNCLEAR_PATH, reason: `The path ${JSON.stringify(paths.path)} is not clear.` };
  const { keys, spellings } = paths;
  const log = spellings.find((spelling) => touchesAuditLog(spelling, policy.auditLogs));
  if (log !== undefined)
    return {
      effect: 'deny',
      rule: AUDIT_LOG,
      reason: `${asWritten(act, log)} would touch the audit log, which nothing may change.`,
    };

  const rules = policy.rulesFor(act.type);
  const denying = rules.deny.find((rule) => concernsAny(rule, act, spellings));
  if (denying !== undefined) return { effect: 'deny', rule: denying.name, reason: reasonOf(denying, act, 'forbids') };
  // The first by name: the same set has the same reason, in whatever order it comes.
  const [guarded] = spellings.filter((spelling) => isGuarded(policy, spelling)).toSorted();
  if (guarded !== undefined && !isOwnSettingsEdit(act, keys)) {
    return {
      effect: 'ask',
      rule: GUARDED_PATH,
      reason: `${asWritten(act, guarded)} is part of the constitution: it changes by consensus only.`,
      procedure: 'meta',
    };
  }
  const asking = rules.ask.find((rule) => concernsAny(rule, act, spellings));
  if (asking !== undefined)
    return { effect: 'ask', rule: asking.name, reason: reasonOf(asking, act, 'asks about'), procedure: 'person' };
  const allowing = allowingRule(rules.allow, act, keys);
  if (allowing !== undefined) return { effect: 'allow', rule: allowing.name };
  return { effect: 'ask', rule: NO_RULE, reason: `No rule allows ${act.type} here.`, procedure: 'person' };
}

/** A refusal or question concerns an act when it concerns one of its files. */
const concernsAny = ({ actors, paths }: CompiledRule, act: Act, spellings: readonly string[]): boolean =>
  actors(act.actor) && (paths === null || spellings.some(paths));

/** A leave must cover every file; several leaves may do so together. The name is that of the first one. */
function allowingRule(rules: readonly CompiledRule[], act: Act, keys: readonly string[]): CompiledRule | undefined {
  const forActor = rules.filter((rule) => rule.actors(act.actor));
  const forAll = forActor.find((rule) => rule.paths === null);
  if (forAll !== undefined || keys.length === 0) return forAll;
  const covered = keys.every((key) => forActor.some(({ paths }) => paths !== null && paths(key)));
  return covered ? forActor[0] : undefined;
}

/** The guarded path itself, below it, or a folder that holds one of Nightguard's own. */
const isGuarded = ({ guarded, guardedKeys }: Policy, spelling: string): boolean =>
  guarded(spelling) || guardedKeys.some((own) => isInside(spelling, own) || isInside(own, spelling));

/** A person may change the settings' other sections; the edit of `governance` has a type of its own, `settings.change-governance`. */
const isOwnSettingsEdit = ({ type, actor }: Act, keys: readonly string[]): boolean =>
  type === SETTINGS_BY_PERSON && actor.startsWith('person ') && keys.every((key) => key === 'nightguard.yaml');

/** People know the file by the name that it has. */
const asWritten = ({ paths }: Act, spelling: string): string => paths.find((path) => foldName(path) === spelling) ?? spelling;

const reasonOf = ({ name, reason }: CompiledRule, { type }: Act, verb: string): string =>
  reason === '' ? `The rule “${name}” ${verb} ${type}.` : `${reason} (${name})`;
