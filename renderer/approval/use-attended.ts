import { useEffect, useState, useSyncExternalStore } from 'react';

/** As long as main waits too: sooner a click was meant for something else. */
const DELIBERATION_MS = 800;
/** Main's clock begins when it answers, ours when the answer is here: ours may never be ahead. */
const MARGIN_MS = 100;

function subscribe(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}

/** Whether the window is in front and visible. Main looks itself: this is for the person. */
export const useAttended = (): boolean => useSyncExternalStore(subscribe, () => document.hasFocus() && !document.hidden);

/** True when the window has been in front for a while since this was mounted. */
export function useSettled(): boolean {
  const attended = useAttended();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!attended) return;
    const timer = setTimeout(() => setSettled(true), DELIBERATION_MS + MARGIN_MS);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [attended]);
  return settled;
}
