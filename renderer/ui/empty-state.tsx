import type { ReactNode } from 'react';

/** Nothing here, and what would bring something here. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}): ReactNode {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children === undefined ? null : <p className="soft">{children}</p>}
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
}

/** Grey bars that keep the room of rows on their way. */
export function Skeleton({ rows, label }: { rows: number; label: string }): ReactNode {
  return (
    <div aria-busy>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}
