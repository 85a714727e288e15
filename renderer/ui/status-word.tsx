import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** `good` is proven; `neutral` says nothing either way and is grey; `asks` is amber; `harm` is red. */
export type Tone = 'good' | 'neutral' | 'working' | 'asks' | 'harm';

/** A state: in words first, shape second, colour third. */
export function StatusWord({ tone, icon: Icon, children }: { tone: Tone; icon: LucideIcon; children: ReactNode }): ReactNode {
  return (
    <span className={`status ${tone}`}>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
