import type { CheckState, EnvironmentJson, EnvironmentReport } from '../../../../shared/model/environment.ts';
import { adviceText, findingText } from '../../../../shared/model/environment-text.ts';
import { createTranslator } from '../../../../shared/locales/index.ts';

const WORDS = { passed: 'PASS', failed: 'FAIL', 'could-not-check': 'ERROR' } as const satisfies Record<CheckState, string>;

/** The report as 97layerOS has it, in English: `{passed, results, issues, fixes_applied}`. */
export function toJson(report: EnvironmentReport): EnvironmentJson {
  const t = createTranslator('en');
  return {
    passed: report.state === 'passed',
    results: Object.fromEntries(report.checks.map(({ name, state }) => [name, WORDS[state]])),
    issues: report.checks.flatMap(({ name, findings }) =>
      findings.map((finding) => {
        const advice = adviceText(finding, t);
        return {
          type: finding.type,
          severity: finding.severity,
          check: name,
          subject: finding.subject,
          message: findingText(finding, t),
          ...(advice === null ? {} : { advice }),
          ...(finding.command === null ? {} : { command: finding.command }),
        };
      }),
    ),
    fixes_applied: report.fixes.map(({ kind, detail }) => t(`environment.fixed.${kind}`, { detail })),
  };
}
