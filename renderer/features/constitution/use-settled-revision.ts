import { useGuardian } from '../../api/index.ts';

/** The snapshot's revision, but one number while an act goes on: its progress does not change what is judged or logged. */
export const useSettledRevision = (): number =>
  useGuardian(({ snapshot }) => (snapshot === null || snapshot.activity !== null ? -1 : snapshot.revision));
