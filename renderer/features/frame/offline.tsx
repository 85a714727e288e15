import type { ReactNode } from 'react';
import { refresh, useGuardian } from '../../api/index.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** Says that the guardian cannot be reached, above whatever was known before. */
export function Offline(): ReactNode {
  const failure = useGuardian((state) => state.failure);
  return failure === null ? null : <ErrorState error={failure} onRetry={() => void refresh()} />;
}
