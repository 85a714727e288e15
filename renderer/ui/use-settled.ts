import { useDeferredValue, useEffect, useState } from 'react';

const TYPING_PAUSE = 150;

/** What is typed, after typing has paused for a moment. */
export function useSettled<T>(text: T): T {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}
