import type { ActRule, GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Locations } from '../constitution/index.ts';
import { foldName } from '../../../kernel/names.ts';
import { builtInRules } from './built-in-rules.ts';
import { compilePaths, type PathPatterns } from './path-patterns.ts';
import { compileWildcards } from './wildcard.ts';

/** A rule whose patterns have been compiled. */
export interface CompiledRule {
  name: string;
  reason: string;
  actors: (actor: string) => boolean;
  /** Null: the rule says nothing about paths, and so it speaks of all. Of folded keys unless the rule allows. */
  paths: PathPatterns | null;
}

export interface RulesOfType {
  deny: readonly CompiledRule[];
  ask: readonly CompiledRule[];
  allow: readonly CompiledRule[];
}

/** The law as it is asked: rules of a type of act, by effect. The order in which they were written is of no account. */
export interface Policy {
  rulesFor(type: string): RulesOfType;
  guarded: PathPatterns;
  /** Guarded paths of the constitution itself, as folded keys: what is in them, and a folder that holds one, is guarded too. */
  guardedKeys: readonly string[];
  auditLogs: readonly string[];
}

/** Types of acts come from agents too: what is remembered of them is bounded. */
const MOST_TYPES = 500;

/**
 * Compiles settings once; `locations` are where constitution and logs are. In a workspace without a constitution a README.md is
 * a README.md: Canon and doctrines are guarded where there is one.
 */
export function compilePolicy(settings: GovernanceSettings, { keys }: Pick<Locations, 'keys'>, hasConstitution: boolean): Policy {
  const rules = [...builtInRules(settings), ...settings.rules].map((rule) => ({
    effect: rule.effect,
    types: compileWildcards(rule.types),
    compiled: compileRule(rule),
  }));
  const byType = new Map<string, RulesOfType>();
  const auditLogs = [keys.auditLog, keys.metaAuditLog].map(foldName);
  const guarded = [
    ...(hasConstitution ? [keys.canon, keys.metaDoctrine] : []),
    keys.immuneDoctrine,
    keys.immuneSystem,
    ...auditLogs,
    'nightguard.yaml',
    '.nightguard',
  ];
  return {
    rulesFor(type) {
      const known = byType.get(type);
      if (known !== undefined) return known;
      const ofType = rules.filter((rule) => rule.types(type));
      const withEffect = (effect: ActRule['effect']): CompiledRule[] =>
        ofType.filter((rule) => rule.effect === effect).map(({ compiled }) => compiled);
      const found = { deny: withEffect('deny'), ask: withEffect('ask'), allow: withEffect('allow') };
      if (byType.size >= MOST_TYPES) byType.clear();
      byType.set(type, found);
      return found;
    },
    guarded: compilePaths(settings.guardedPaths, true),
    guardedKeys: guarded.filter((key) => key !== '').map(foldName),
    auditLogs,
  };
}

function compileRule({ name, reason, effect, actors, paths }: ActRule): CompiledRule {
  // Case differs only in name on many disks: a refusal holds for every spelling, a leave for the one that was written.
  const compiled = paths.length === 0 ? null : compilePaths(paths, effect !== 'allow');
  return { name, reason, actors: compileWildcards(actors), paths: compiled };
}
