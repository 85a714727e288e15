import { Copy, Download, Pause, Play, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';

interface Props {
  /** How many lines there are, in words. */
  found: string;
  isLive: boolean;
  canCopy: boolean;
  onLive: (isLive: boolean) => void;
  onJump: () => void;
  onCopy: () => void;
  onExport: () => void;
}

/** What can be done with the lines that are shown. */
export function LogTools({ found, isLive, canCopy, onLive, onJump, onCopy, onExport }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="log-tools">
      <p className="soft small" aria-live="polite">
        {found}
      </p>
      <IconButton
        icon={isLive ? Pause : Play}
        label={t(isLive ? 'panel.logs.pause' : 'panel.logs.live')}
        onClick={() => onLive(!isLive)}
      />
      <IconButton icon={Timer} label={t('panel.logs.jump')} onClick={onJump} />
      <IconButton icon={Copy} label={t('panel.logs.copy')} disabled={!canCopy} onClick={onCopy} />
      <IconButton icon={Download} label={t('panel.logs.export')} onClick={onExport} />
    </div>
  );
}
