import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsProblem } from '../../../shared/model/settings.ts';
import { asksForDecision, needsYouCount, type Snapshot } from '../../../shared/model/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { WaitingRow } from '../constitution/approvals/waiting-row.tsx';
import { goTo, goToLaw } from '../frame/navigation.ts';
import { HeldRow, HeldSetRow } from '../updates/held-row.tsx';

/** More than these are counted, so that what follows stays above the fold. */
const SHOWN = 4;
const SHOWN_APPROVALS = 3;

function SettingsRow({ problem }: { problem: SettingsProblem }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="row">
      <div className="row-text">
        <p>{t('sentence.settings')}</p>
        <p className="small">
          <span className="status asks">
            <TriangleAlert size={16} aria-hidden />
            {t('panel.settings.atLine', { line: problem.line })}
          </span>{' '}
          <span className="soft">{problem.message}</span>
        </p>
      </div>
      <Button compact onClick={() => goTo('settings')} aria-label={t('panel.settings.reviewNamed')}>
        {t('panel.held.review')}
      </Button>
    </li>
  );
}

/** What waits for a person; only when there is something, and then first. */
export function NeedsYou({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t } = useTranslation();
  const { heldSet, settingsProblem, approvals } = snapshot;
  const held = snapshot.held.filter(asksForDecision);
  const total = needsYouCount(snapshot) + (settingsProblem === null ? 0 : 1);
  if (total === 0) return null;
  return (
    <Section title={t('panel.needsYou')} total={total}>
      <ul>
        {settingsProblem === null ? null : <SettingsRow problem={settingsProblem} />}
        {approvals.slice(0, SHOWN_APPROVALS).map((request) => (
          <WaitingRow key={request.id} request={request} onSelect={() => goToLaw('approvals')} />
        ))}
        {heldSet === null ? null : <HeldSetRow set={heldSet} />}
        {held.slice(0, SHOWN).map((item) => (
          <HeldRow key={item.path} item={item} />
        ))}
      </ul>
      <div className="pad actions">
        {approvals.length > SHOWN_APPROVALS ? (
          <Button compact look="quiet" onClick={() => goToLaw('approvals')}>
            {t('panel.governance.approvals.more', { count: approvals.length - SHOWN_APPROVALS })}
          </Button>
        ) : null}
        {held.length > SHOWN ? (
          <Button compact look="quiet" onClick={() => goTo('updates')}>
            {t('panel.held.more', { count: held.length - SHOWN })}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}
