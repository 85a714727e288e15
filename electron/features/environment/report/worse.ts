import { createTranslator } from '../../../../shared/locales/index.ts';
import type { EnvironmentReport, Finding } from '../../../../shared/model/environment.ts';
import { findingText } from '../../../../shared/model/environment-text.ts';
import { allChecks } from '../checks/index.ts';

const JUDGING = new Set(allChecks.filter(({ judgesActs }) => judgesActs).map(({ id }) => id));

/** What an act has made worse, and what was wrong anyway, as sentences. */
export interface Comparison {
  worse: readonly string[];
  standing: readonly string[];
}

/** Compares what was found before an act and after it. Without a look before, only what cannot be older counts: nothing. Pure. */
export function compareReports(before: EnvironmentReport | null, after: EnvironmentReport): Comparison {
  const t = createTranslator('en');
  const known = new Set(before === null ? [] : gravest(before).map(({ mark }) => mark));
  const found = gravest(after);
  const isNew = ({ mark }: Marked): boolean => before !== null && !known.has(mark);
  const text = ({ finding }: Marked): string => findingText(finding, t);
  return { worse: found.filter(isNew).map(text), standing: found.filter((item) => !isNew(item)).map(text) };
}

interface Marked {
  mark: string;
  finding: Finding;
}

/** Findings that judge an act. One package that is missing is the same finding whatever kept it from being installed. */
const gravest = (report: EnvironmentReport): Marked[] =>
  report.checks
    .filter(({ id }) => JUDGING.has(id))
    .flatMap(({ id, findings }) =>
      findings.filter(({ severity }) => severity !== 'INFO').map((finding) => ({ mark: `${id} ${finding.subject}`, finding })),
    );
