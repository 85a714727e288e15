import { Component, type ReactNode } from 'react';
import { ApiError } from '../api/index.ts';
import { ErrorState } from './error-state.tsx';

interface Props {
  children: ReactNode;
}

/** Keeps a fault in one view from taking the whole panel away: the header and the other views stay in reach. */
export class ErrorBoundary extends Component<Props, { error: ApiError | null }> {
  override state: { error: ApiError | null } = { error: null };

  static getDerivedStateFromError(cause: unknown): { error: ApiError } {
    return { error: new ApiError('internal', cause instanceof Error ? cause.message : String(cause), { cause }) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <ErrorState error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
