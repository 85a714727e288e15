import type { Guardian } from '../guardian-api.ts';
import { DisposableStack, type Disposable } from '../kernel/disposables.ts';
import { AppError } from '../kernel/errors.ts';

/** The guardians of this machine, one a workspace; one of them is shown. */
export interface Guardians extends Disposable {
  /** Guards a workspace and shows it. One that is guarded already is only shown. */
  show(workspace: string): Promise<Guardian>;
  /** @throws AppError `no-workspace` before the first one is shown. */
  active: () => Guardian;
}

/** `create` makes the guardian of a workspace, once for each. */
export function createGuardians(create: (workspace: string) => Promise<Guardian>): Guardians {
  const guarded = new Map<string, Promise<Guardian>>();
  const stack = new DisposableStack();
  let shown: Guardian | undefined;

  const begin = async (workspace: string): Promise<Guardian> => stack.use(await create(workspace));

  return {
    async show(workspace) {
      const known = guarded.get(workspace) ?? begin(workspace);
      guarded.set(workspace, known);
      try {
        shown = await known;
      } catch (error) {
        guarded.delete(workspace);
        throw error;
      }
      return shown;
    },
    active() {
      if (shown === undefined) throw new AppError('no-workspace', 'No workspace is guarded yet.');
      return shown;
    },
    dispose: () => stack.dispose(),
  };
}
