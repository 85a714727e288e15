import { useDeferredValue, useEffect, useState } from 'react';

const TYPING_PAUSE = 150;

/** The text after typing has paused for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}
