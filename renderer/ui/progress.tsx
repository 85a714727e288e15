import type { ReactNode } from 'react';

/** How far an act is; without a total only that it goes on. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }): ReactNode {
  const known = total > 0;
  const share = known ? Math.min(done / total, 1) : 0;
  return (
    <div
      className={known ? 'progress' : 'progress unknown'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? Math.min(done, total) : undefined}
    >
      <div style={known ? { width: `${share * 100}%` } : undefined} />
    </div>
  );
}
