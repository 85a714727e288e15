import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { ScrollArea } from './scroll-area.tsx';

interface Props {
  title: string;
  description?: string | undefined;
  children: ReactNode;
  footer: ReactNode;
  onClose: () => void;
  /** Gets the focus at opening; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal dialog: traps the focus, gives it back at the end, and closes with Escape without doing anything. */
export function Dialog({ title, description, children, footer, onClose, initialFocus }: Props): ReactNode {
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog" initialFocus={initialFocus ?? true}>
          <header>
            <Base.Title>{title}</Base.Title>
            {description === undefined ? null : <Base.Description className="soft">{description}</Base.Description>}
          </header>
          <ScrollArea className="body" label={title}>
            {children}
          </ScrollArea>
          <footer>{footer}</footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
