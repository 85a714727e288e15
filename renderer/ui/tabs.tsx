import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** One tab: its name, what waits in it, and what it shows. */
export interface Tab<T extends string> {
  value: T;
  name: string;
  /** Shown after the name where it is above 0; `words` says it to screen readers. */
  waiting?: { total: number; words: string };
  content: ReactNode;
}

interface Props<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** Parts of a view, one at a time. Arrow keys go from tab to tab; what a tab shows is made when it is chosen. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: Props<T>): ReactNode {
  const change = (chosen: unknown): void => {
    const tab = tabs.find((one) => one.value === chosen);
    if (tab !== undefined) onChange(tab.value);
  };
  return (
    <Base.Root className="tabs" value={value} onValueChange={change}>
      <Base.List className="tab-list" aria-label={label} activateOnFocus>
        {tabs.map(({ value: own, name, waiting }) => (
          <Base.Tab key={own} value={own} className="tab">
            {name}
            {waiting === undefined || waiting.total === 0 ? null : (
              <>
                <span className="tab-count" aria-hidden>
                  {waiting.total}
                </span>
                <span className="visually-hidden">{waiting.words}</span>
              </>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ value: own, content }) => (
        <Base.Panel key={own} value={own} className="tab-panel" tabIndex={-1}>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
