import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { ClockTime, RelativeTime } from '../../ui/times.tsx';

function Check({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t } = useTranslation();
  const check = snapshot.lastCheck;
  if (check === null) return t('panel.when.neverChecked');
  const key = check.result === 'could-not-check' ? 'panel.when.tried' : 'panel.when.checked';
  return <Trans i18nKey={key} components={{ time: <RelativeTime at={check.at} /> }} />;
}

function FullScan({ at }: { at: number | null }): ReactNode {
  const { t } = useTranslation();
  if (at === null) return t('panel.when.noFullScan');
  return <Trans i18nKey="panel.when.fullScan" components={{ time: <ClockTime at={at} /> }} />;
}

function ProvenGood({ at }: { at: number | null }): ReactNode {
  const { t } = useTranslation();
  if (at === null) return t('panel.when.neverGood');
  return <Trans i18nKey="panel.when.provenGood" components={{ time: <ClockTime at={at} /> }} />;
}

/** Last check, last full scan, and, where the sentence is not "good", when it last was. */
export function WhatAndWhen({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const parts = [
    ...(snapshot.pausedUntil === null
      ? []
      : [<Trans key="paused" i18nKey="panel.when.paused" components={{ time: <ClockTime at={snapshot.pausedUntil} /> }} />]),
    <Check key="check" snapshot={snapshot} />,
    <FullScan key="scan" at={snapshot.lastFullScanAt} />,
    ...(snapshot.overall === 'good' || snapshot.overall === 'working'
      ? []
      : [<ProvenGood key="good" at={snapshot.provenGoodAt} />]),
  ];
  return (
    <span className="phrases">
      {parts.map((part) => (
        <span key={part.key}>{part}</span>
      ))}
    </span>
  );
}
