import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import { textsOf, type AuditBreak } from './place-breaks.ts';

/** What is wrong at a break, in words. */
export function BreakWord({ fault }: { fault: AuditBreak }): ReactNode {
  const { t } = useTranslation();
  return (
    <StatusWord tone="harm" icon={Unlink}>
      {t(`panel.governance.audit.breaks.rule.${textsOf(fault.rule).rule}`)}
    </StatusWord>
  );
}

/** Where a break is: file, entry in it, byte. */
export function BreakPlace({ fault }: { fault: AuditBreak }): ReactNode {
  const { t, i18n } = useTranslation();
  const { file, entry, offset } = fault;
  const place = { file, offset: count(offset, i18n.language) };
  return entry === null
    ? t('panel.governance.audit.breaks.placeOnly', place)
    : t('panel.governance.audit.breaks.place', { ...place, entry: count(entry, i18n.language) });
}
