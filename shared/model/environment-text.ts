import type { Translate } from '../locales/index.ts';
import type { EnvironmentCheck, EnvironmentReport, Finding } from './environment.ts';

/** One finding as a sentence. */
export const findingText = ({ code, values }: Pick<Finding, 'code' | 'values'>, t: Translate): string =>
  t(`environment.finding.${code}`, {
    ...values,
    ...(typeof values['why'] === 'string' ? { reason: t(`environment.why.${values['why']}`) } : {}),
  }).trim();

/** What a person must do about it; null when nothing is to be done. */
export const adviceText = ({ advice }: Pick<Finding, 'advice'>, t: Translate): string | null =>
  advice === null ? null : t(`environment.advice.${advice}`);

/** What a check that passed has seen. */
export const factsText = ({ id, facts }: Pick<EnvironmentCheck, 'id' | 'facts'>, t: Translate): string =>
  t(`environment.facts.${id}`, { facts });

/** The whole report in one sentence. */
export function reportSentence({ state, checks }: Pick<EnvironmentReport, 'state' | 'checks'>, t: Translate): string {
  const failed = checks.filter((check) => check.state === state).length;
  return t(`environment.sentence.${state}`, { failed, total: checks.length });
}
