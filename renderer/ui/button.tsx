import type { ComponentProps, ReactNode } from 'react';

interface Props extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  look?: 'normal' | 'primary' | 'quiet';
  compact?: boolean;
  children: ReactNode;
}

/** A button with words on it; its label is a verb, and names its object where it confirms something. */
export function Button({ look = 'normal', compact = false, ...rest }: Props): ReactNode {
  return <button type="button" className={`button ${look}${compact ? ' compact' : ''}`} {...rest} />;
}
