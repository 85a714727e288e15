import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogLine, LogLink } from '../../../shared/model/logs.ts';
import { goTo, goToLaw, select } from '../frame/navigation.ts';

/** Opens what a line names. */
export function follow({ kind, id }: LogLink): void {
  switch (kind) {
    case 'release':
      select({ kind: 'release', release: id });
      break;
    case 'security':
      goTo('security');
      break;
    case 'approval':
      goToLaw('approvals');
      break;
    case 'error':
      goTo('errors');
      break;
  }
}

/** One line: its number, its level in a word, its text, and what it names. */
export function LineText({ line }: { line: LogLine }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span className="log-number soft" aria-hidden>
        {line.number + 1}
      </span>
      <span className={`log-level ${line.level ?? 'none'}`}>
        {line.level === null ? '' : t(`panel.logs.level.${line.level}`)}
      </span>
      <span className="log-text" translate="no">
        {line.text}
        {line.cut ? '…' : ''}
      </span>
    </>
  );
}
