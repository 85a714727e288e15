import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.tsx';

/** A command for the terminal, to copy. */
export function Command({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="command" translate="no">
      <code>{text}</code>
      <CopyButton text={text} label={t('panel.copyCommand')} />
    </span>
  );
}
