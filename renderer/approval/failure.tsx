import type { ReactNode } from 'react';
import type { ApiError } from '../api/index.ts';
import { visibleLine } from './visible-text.ts';

/** What could not be done, and that nothing was approved by it. */
export function Failure({ title, error }: { title: string; error: ApiError }): ReactNode {
  return (
    <div className="state error" role="alert">
      <p className="state-title">{title}</p>
      <p>{visibleLine(error.message)}</p>
    </div>
  );
}
