import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveVerifyResult } from '../../../shared/model/updates.ts';
import { PathText } from '../../ui/path-text.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** What the check of all hashes found; checking nothing proves nothing. */
export function VerifyResult({ result }: { result: ArchiveVerifyResult }): ReactNode {
  const { t } = useTranslation();
  if (result.checked === 0) {
    return (
      <StatusWord tone="neutral" icon={CircleDashed}>
        {t('panel.archive.nothingToVerify')}
      </StatusWord>
    );
  }
  if (result.damaged.length === 0) {
    return (
      <StatusWord tone="good" icon={CircleCheck}>
        {t('panel.archive.intact', { count: result.intact })}
      </StatusWord>
    );
  }
  return (
    <>
      <StatusWord tone="harm" icon={CircleX}>
        {t('panel.archive.damaged', { count: result.damaged.length, checked: result.checked })}
      </StatusWord>
      <ul className="damaged">
        {result.damaged.map((one) => (
          <li key={one.id}>
            <PathText path={one.archivePath} />
            <span className="soft small">{t(`panel.archive.problem.${one.problem}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
