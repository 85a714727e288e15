import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DiffView } from '../ui/diff/diff-view.tsx';
import { PathText } from '../ui/path-text.tsx';
import { Section } from '../ui/section.tsx';
import { splitChange, type ChangePart } from './split-change.ts';
import { visibleText } from './visible-text.ts';

function FileChange({ part: { path, isNew, isRemoved, unified } }: { part: Extract<ChangePart, { kind: 'diff' }> }): ReactNode {
  const { t } = useTranslation();
  const oldLabel = t(isNew ? 'approval.side.none' : 'approval.side.before');
  const newLabel = t(isRemoved ? 'approval.side.none' : 'approval.side.after');
  return (
    <div>
      <h3>
        <PathText path={path} />
      </h3>
      <DiffView diff={{ path, oldLabel, newLabel, state: 'text', unified }} />
    </div>
  );
}

/** Exactly what will be done: each file's difference, and every word that stands beside it. */
export function RequestChange({ diff }: { diff: string | null }): ReactNode {
  const { t } = useTranslation();
  const parts = useMemo(() => splitChange(visibleText(diff ?? '')), [diff]);
  return (
    <Section title={t('approval.change')}>
      {parts.length === 0 ? <p className="pad soft">{t('approval.noChange')}</p> : null}
      <div className="approval-change pad">
        {parts.map((part, index) =>
          part.kind === 'text' ? <pre key={index}>{part.text}</pre> : <FileChange key={index} part={part} />,
        )}
      </div>
    </Section>
  );
}
