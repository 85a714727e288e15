import type { ReactNode } from 'react';

/** How far an act is; without a total only that it goes on. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }): ReactNode {
  const known = total > 0 ? { max: total, value: Math.min(done, total) } : {};
  return <progress className="progress" aria-label={label} {...known} />;
}
