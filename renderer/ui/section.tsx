import { useId, type ReactNode } from 'react';

/** A titled part of a view; `total` is the number that belongs to the title. */
export function Section({
  title,
  total,
  children,
  aside,
}: {
  title: string;
  total?: number;
  children: ReactNode;
  aside?: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {title}
          {total === undefined ? null : <span className="section-total"> {total}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
