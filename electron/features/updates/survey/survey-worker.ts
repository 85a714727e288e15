import type { HashJob, HashProblems } from './hash-files.ts';
import type { SurveyTask } from './survey-task.ts';

// The entry of the survey's threads. Each task loads only what it needs: a thread that hashes starts in half the time.

/** Compares Core and workspace and answers through the task's port. */
export async function survey(task: SurveyTask): Promise<void> {
  const { answerSurvey } = await import('./survey-task.ts');
  await answerSurvey(task);
}

/** Helps to hash; returns what could not be read. */
export async function hash(job: HashJob): Promise<HashProblems> {
  const { workOn } = await import('./hash-files.ts');
  return workOn(job);
}
