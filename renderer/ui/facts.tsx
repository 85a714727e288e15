import type { ReactNode } from 'react';

/** Names and values, one pair a line. Pairs without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A hash by its first digits, whole on hover. */
export const ShortHash = ({ hash }: { hash: string }): ReactNode => (
  <code title={hash} translate="no">
    {hash.length > 16 ? `${hash.slice(0, 16)}…` : hash}
  </code>
);
