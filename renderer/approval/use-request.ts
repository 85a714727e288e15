import { useEffect, useState } from 'react';
import type { ShownApproval } from '../../shared/ipc/approval-contract.ts';
import { asApiError, type ApiError } from '../api/index.ts';
import { ask } from './bridge.ts';

interface Answer {
  id: number | null;
  /** For which it was asked. */
  turn: number;
  shown: ShownApproval | null;
  error: ApiError | null;
}

const NOTHING: Answer = { id: null, turn: 0, shown: null, error: null };

/** Reads a request, and again when `turn` changes. What belongs to another request is never given. */
export function useRequest(id: number | null, turn: number): Answer {
  const [answer, setAnswer] = useState<Answer>(NOTHING);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    const settle = (next: Answer): void => {
      if (current) setAnswer(next);
    };
    ask('approval:show', { id }).then(
      (shown) => settle({ id, turn, shown, error: null }),
      // What cannot be read anew is not shown as if it still were so.
      (cause: unknown) => settle({ id, turn, shown: null, error: asApiError(cause) }),
    );
    return () => {
      current = false;
    };
  }, [id, turn]);
  return answer.id === id ? answer : NOTHING;
}
