import { useEffect, useState } from 'react';

/** setTimeout fires at once for longer delays than this. */
const LONGEST_MS = 2_147_483_647;

/** Whether a time (epoch milliseconds) has come; turns at that moment, not at the next look. */
export function useExpired(at: number): boolean {
  const [expired, setExpired] = useState(() => Date.now() >= at);
  useEffect(() => {
    const left = at - Date.now();
    setExpired(left <= 0);
    if (left <= 0 || left > LONGEST_MS) return;
    const timer = setTimeout(() => setExpired(true), left);
    return () => clearTimeout(timer);
  }, [at]);
  return expired;
}
