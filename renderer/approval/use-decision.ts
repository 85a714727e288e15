import { useCallback, useState } from 'react';
import type { ApprovalInput } from '../../shared/ipc/approval-contract.ts';
import { asApiError, type ApiError } from '../api/index.ts';
import { ask } from './bridge.ts';

type Deciding = 'approval:approve' | 'approval:deny';

/** One decision at a time; a failure stays until the next try. */
export function useDecision<C extends Deciding>(
  channel: C,
  onDecided: () => void,
): { busy: boolean; error: ApiError | null; decide: (input: ApprovalInput<C>) => Promise<void> } {
  const [state, setState] = useState<{ busy: boolean; error: ApiError | null }>({ busy: false, error: null });
  const decide = useCallback(
    async (input: ApprovalInput<C>) => {
      setState({ busy: true, error: null });
      try {
        await ask(channel, input);
        setState({ busy: false, error: null });
        onDecided();
      } catch (cause) {
        setState({ busy: false, error: asApiError(cause) });
      }
    },
    [channel, onDecided],
  );
  return { ...state, decide };
}
