import type { ReactNode } from 'react';
import { TYPED } from './why-not.ts';

/** A hash whose first characters, the ones that are typed, are set off. */
export function RequestHash({ hash }: { hash: string }): ReactNode {
  return (
    <code className="approval-hash" translate="no">
      <strong>{hash.slice(0, TYPED)}</strong>
      <span className="soft">{hash.slice(TYPED)}</span>
    </code>
  );
}
