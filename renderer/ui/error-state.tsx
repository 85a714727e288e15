import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/index.ts';
import { Button } from './button.tsx';
import { Command } from './command.tsx';
import { errorTexts } from './error-texts.ts';
import { useSaid } from './use-said.ts';

/** A failure: what happened, what was left untouched, what to do next, with the command to copy. */
export function ErrorState({ error, onRetry }: { error: ApiError; onRetry?: () => void }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const { key, command } = errorTexts(error.code);
  return (
    <div className="state error" role="alert">
      <p className="state-title">{t(`panel.error.${key}.what`)}</p>
      <p>{t(`panel.error.${key}.untouched`)}</p>
      <p>{t(`panel.error.${key}.next`)}</p>
      <p className="soft small">{said(error.message)}</p>
      <div className="actions">
        {onRetry === undefined ? null : (
          <Button compact onClick={onRetry}>
            {t('panel.tryAgain')}
          </Button>
        )}
        {command === null ? null : <Command text={command} />}
      </div>
    </div>
  );
}
