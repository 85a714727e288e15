import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

const LEAP = 10;

const STEPS: Readonly<Record<string, (line: number, last: number) => number>> = {
  ArrowDown: (line) => line + 1,
  ArrowUp: (line) => line - 1,
  PageDown: (line) => line + LEAP,
  PageUp: (line) => line - LEAP,
  Home: () => 0,
  End: (_line, last) => last,
};

interface ListKeys {
  /** The line that was reached last. */
  reached: number;
  /** The line that Tab reaches while those from `first` to `last` exist. */
  tabStop: (first: number, last: number) => number;
  setReached: (line: number) => void;
  /** Scrolls to a line and focuses it once it exists. */
  go: (line: number, align: 'auto' | 'center') => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrow keys, Page Up and Down, Home and End in a list of which only the lines in sight exist. Lines carry `data-line`. */
export function useListKeys(
  place: RefObject<HTMLElement | null>,
  rows: Virtualizer<HTMLDivElement, Element>,
  lines: number,
): ListKeys {
  const [reached, setReached] = useState(0);
  const wanted = useRef<{ line: number; lines: number } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const line = place.current?.querySelector<HTMLElement>(`[data-line="${wanted.current.line}"]`) ?? null;
    // In another list, the line that was waited for is another line.
    const gone = wanted.current.lines !== lines;
    if (line === null && !gone) return;
    if (!gone) line?.focus({ preventScroll: true });
    wanted.current = null;
  });
  const go = (line: number, align: 'auto' | 'center'): void => {
    const target = Math.min(Math.max(line, 0), lines - 1);
    wanted.current = { line: target, lines };
    setReached(target);
    rows.scrollToIndex(target, { align });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(step(wanted.current?.line ?? reached, lines - 1), 'auto');
  };
  const tabStop = (first: number, last: number): number => (reached >= first && reached <= last ? reached : first);
  return { reached, tabStop, setReached, go, onKeyDown };
}
