/** A report that is missing counts as one failure: tests that did not run have not passed. */
const MISSING = { passed: 0, failed: 1, skipped: 0 };

/** Counts of vitest's JSON report. A file that could not even be loaded is one failure. */
export function vitestCounts(report) {
  if (report === undefined) return MISSING;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of Playwright's JSON report. A test that passed only when repeated has passed; errors outside tests are failures. */
export function playwrightCounts(report) {
  if (report === undefined) return MISSING;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}

export const addCounts = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });
