import type { ReactNode, Ref } from 'react';

interface Props {
  label: string;
  className: string;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
  onScroll?: () => void;
}

/** A part that scrolls on its own, within reach of the keyboard. */
export function ScrollArea({ label, className, children, ref, onScroll }: Props): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must take the focus, or a keyboard cannot scroll it
    <div className={className} role="group" aria-label={label} tabIndex={0} ref={ref} onScroll={onScroll}>
      {children}
    </div>
  );
}
