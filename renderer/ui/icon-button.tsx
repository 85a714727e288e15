import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> {
  icon: LucideIcon;
  /** Accessible name and tooltip. */
  label: string;
}

/** A button with an icon alone: named for screen readers, explained at hover and focus. */
export function IconButton({ icon: Icon, label, ...rest }: Props): ReactNode {
  return (
    <Tooltip text={label}>
      <button type="button" className="icon-button" aria-label={label} {...rest}>
        <Icon size={16} aria-hidden />
      </button>
    </Tooltip>
  );
}
