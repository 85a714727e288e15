import { useCallback, useEffect, useState } from 'react';
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts';
import { asApiError, call, type ApiError } from './bridge.ts';

interface Answer<T> {
  key: string;
  /** Revision and round for which it was asked. */
  turn: string;
  value: T | null;
  error: ApiError | null;
}

/** What is known of an answer: its value, why there is none, and whether a newer one is on its way. */
export interface Query<T> {
  value: T | null;
  error: ApiError | null;
  loading: boolean;
  reload: () => void;
}

interface Options {
  /** The question is asked again when this number changes; the last value stays until the newer one is there. */
  revision?: number;
  /** Keeps the answer to the previous input until the next is there: for lists that grow or are searched. */
  keep?: boolean;
}

/** Reads a channel, and again when the input changes. Late answers to former questions are dropped. */
export function useQuery<C extends Channel>(
  channel: C,
  input: Input<C>,
  { revision = 0, keep = false }: Options = {},
): Query<Output<C>> {
  const key = JSON.stringify(input);
  const [answer, setAnswer] = useState<Answer<Output<C>>>({ key: '', turn: '', value: null, error: null });
  const [round, setRound] = useState(0);
  const turn = `${revision}.${round}`;

  useEffect(() => {
    let current = true;
    const settle = (value: Output<C> | null, error: ApiError | null): void => {
      if (current) setAnswer({ key, turn, value, error });
    };
    call(channel, JSON.parse(key) as Input<C>).then(
      (value) => settle(value, null),
      (cause: unknown) => settle(null, asApiError(cause)),
    );
    return () => {
      current = false;
    };
  }, [channel, key, turn]);

  const reload = useCallback(() => {
    setAnswer((known) => ({ ...known, key: '', error: null }));
    setRound((n) => n + 1);
  }, []);
  const former = answer.key !== key;
  const loading = former || answer.turn !== turn;
  return former && !keep
    ? { value: null, error: null, loading, reload }
    : { value: answer.value, error: answer.error, loading, reload };
}
