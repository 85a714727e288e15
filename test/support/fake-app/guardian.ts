import { createFakeGuardian, type FakeGuardian } from '../fake-guardian.ts';

declare global {
  // eslint-disable-next-line no-var
  var fakeGuardian: FakeGuardian | undefined;
}

/** Stands where the real guardian stands, and lets a test reach it through the main process. */
export async function createGuardian({ workspace }: { workspace: string }): Promise<FakeGuardian> {
  globalThis.fakeGuardian = createFakeGuardian(workspace);
  return globalThis.fakeGuardian;
}
