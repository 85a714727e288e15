import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useReportedAct } from '../frame/use-reported-act.ts';

/** Changes that were seen in Core and are not applied yet, what they wait for, and the way not to wait. */
export function Waiting({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t } = useTranslation();
  const run = useReportedAct(useAct('updates:run'));
  if (snapshot.waiting === 0) return null;
  const cause = snapshot.pausedUntil === null ? snapshot.when : 'paused';
  return (
    <Section title={t('panel.waiting.title')} total={snapshot.waiting}>
      <div className="row">
        <p className="row-text">{t(`panel.waiting.${cause}`)}</p>
        <Button compact disabled={snapshot.activity !== null} onClick={() => run(null)}>
          {t('panel.waiting.now')}
        </Button>
      </div>
    </Section>
  );
}
