/** What is wrong with the environment now, one sentence or key each; equal issues are equal texts, so that two looks can be compared. */
export type EnvironmentProbe = (signal: AbortSignal) => Promise<{ issues: readonly string[] }>;

/** For guardians without an environment duty. */
export const noEnvironmentProbe: EnvironmentProbe = () => Promise.resolve({ issues: [] });
