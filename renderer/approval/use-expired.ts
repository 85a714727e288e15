import { useEffect, useState } from 'react';

/** setTimeout fires at once for longer delays than this. */
const LONGEST_MS = 2_147_483_647;

/** Whether a time (epoch milliseconds) has come; turns at that moment, not at the next look. */
export function useExpired(at: number): boolean {
  const [over, setOver] = useState(() => (Date.now() >= at ? at : null));
  useEffect(() => {
    const left = at - Date.now();
    if (left > LONGEST_MS) return;
    const timer = setTimeout(() => setOver(at), Math.max(left, 0));
    return () => clearTimeout(timer);
  }, [at]);
  return over === at;
}
