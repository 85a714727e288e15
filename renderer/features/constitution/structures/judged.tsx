import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ConstitutionView, StructureTree } from '../../../../shared/model/governance.ts';
import { type Act } from '../../../api/index.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { count } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { UNCHECKED } from './verdict.tsx';

const VERDICTS = ['Non-Canonical', 'Canonical-Conditional', 'Canonical'] as const;

/** How many structures came to each verdict; verdicts that none came to are left out. */
function Counts({ counts }: { counts: StructureTree['counts'] }): ReactNode {
  const { i18n } = useTranslation();
  const told = VERDICTS.filter((verdict) => counts[verdict] > 0);
  return (
    <span translate="no">{told.map((verdict) => `${count(counts[verdict], i18n.language)}\u00a0${verdict}`).join(' · ')}</span>
  );
}

interface Props {
  view: ConstitutionView;
  judge: Act<'constitution:view'>;
  onJudge: () => void;
}

/** When everything was judged, what it came to, and the way to judge it again. Its room is kept while judging. */
export function Judged({ view, judge, onJudge }: Props): ReactNode {
  const { t } = useTranslation();
  const { tree, scanProblem } = view;
  return (
    <div className="judged">
      <div className="judged-head">
        <p className="soft">
          {tree === null ? (
            t('panel.governance.structures.never')
          ) : (
            <Trans i18nKey="panel.governance.structures.judged" components={{ time: <RelativeTime at={tree.scannedAt} /> }} />
          )}
        </p>
        <Button compact disabled={judge.busy} onClick={onJudge}>
          {judge.busy
            ? t('panel.governance.structures.judging')
            : t(tree === null ? 'panel.governance.structures.first' : 'panel.governance.structures.again')}
        </Button>
      </div>
      <p className="small soft judged-counts">{tree === null ? null : <Counts counts={tree.counts} />}</p>
      <div className="thin-progress">
        {judge.busy ? <Progress done={0} total={0} label={t('panel.governance.structures.judging')} /> : null}
      </div>
      {judge.error === null ? null : <ErrorState error={judge.error} onRetry={onJudge} />}
      {scanProblem === null ? null : (
        <div className="state unknown">
          <StatusWord {...UNCHECKED}>{t('panel.governance.structures.couldNot')}</StatusWord>
          <p>{t(tree === null ? 'panel.governance.structures.couldNotFirst' : 'panel.governance.structures.couldNotSince')}</p>
          <p className="given small">{scanProblem}</p>
        </div>
      )}
    </div>
  );
}
