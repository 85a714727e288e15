import { CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RitualStanding } from '../../../shared/model/rituals.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { RunResult } from './run-result.tsx';
import { Next } from './when.tsx';

interface Props {
  standing: RitualStanding;
  current: boolean;
  onSelect: () => void;
}

/** A ritual: when it comes next, what came of it last, how often it was missed. */
export function RitualRow({ standing, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const { ritual, last, missed } = standing;
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect} data-ritual={ritual.name}>
        <span className="row-line">
          <strong className="row-rest" translate="no">
            {ritual.name}
          </strong>
        </span>
        <span className="row-line wrap small">
          {last === null ? (
            <StatusWord tone="neutral" icon={CircleDashed}>
              {t('panel.rituals.never')}
            </StatusWord>
          ) : (
            <>
              <RunResult run={last} />
              <span className="soft">
                <RelativeTime at={last.startedAt ?? last.scheduledFor} />
              </span>
            </>
          )}
          {missed === 0 ? null : <span className="soft">{t('panel.rituals.missed', { count: missed })}</span>}
          <span className="soft">
            <Next standing={standing} />
          </span>
        </span>
      </button>
    </li>
  );
}
