import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeDialog } from '../../ui/time-dialog.tsx';

/** Asks for the point in time to which everything goes back. Nothing happens before the preview is confirmed. */
export function ChooseTime({ onChoose, onClose }: { onChoose: (at: number) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  return (
    <TimeDialog
      title={t('panel.rollback.timeTitle')}
      description={t('panel.rollback.timeWhat')}
      label={t('panel.rollback.timeLabel')}
      action={t('panel.rollback.showPreview')}
      latest={now}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
