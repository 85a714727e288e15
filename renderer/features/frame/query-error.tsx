import type { ReactNode } from 'react';
import { useGuardian, type ApiError } from '../../api/index.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** Why a part of a view could not be read. That the guardian cannot be reached at all is said once, above the view. */
export function QueryError({ query }: { query: { error: ApiError | null; reload: () => void } }): ReactNode {
  const offline = useGuardian((state) => state.failure !== null);
  if (query.error === null || (offline && query.error.code === 'bridge')) return null;
  return <ErrorState error={query.error} onRetry={query.reload} />;
}
