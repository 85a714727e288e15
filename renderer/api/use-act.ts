import { useCallback, useState } from 'react';
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts';
import { asApiError, call, type ApiError } from './bridge.ts';

/** An act that a person starts: whether it runs, how it failed, and the function that starts it. */
export interface Act<C extends Channel> {
  busy: boolean;
  error: ApiError | null;
  /** Resolves to null when the act failed; the failure is in `error`. */
  run: (input: Input<C>) => Promise<Output<C> | null>;
  clear: () => void;
}

/** Calls a channel that changes something, once at a time. */
export function useAct<C extends Channel>(channel: C): Act<C> {
  const [state, setState] = useState<{ busy: boolean; error: ApiError | null }>({ busy: false, error: null });
  const run = useCallback(
    async (input: Input<C>) => {
      setState({ busy: true, error: null });
      try {
        const value = await call(channel, input);
        setState({ busy: false, error: null });
        return value;
      } catch (cause) {
        setState({ busy: false, error: asApiError(cause) });
        return null;
      }
    },
    [channel],
  );
  const clear = useCallback(() => setState({ busy: false, error: null }), []);
  return { ...state, run, clear };
}
