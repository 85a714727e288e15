import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asksForDecision, needsYouCount, type Snapshot } from '../../../shared/model/snapshot.ts';
import type { HeldItem } from '../../../shared/model/updates.ts';
import { useGuardian } from '../../api/index.ts';
import { Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { select, useNavigation, type Selection } from '../frame/navigation.ts';
import { HeldDetail } from './held-detail.tsx';
import { HeldRow, HeldSetRow } from './held-row.tsx';
import { HeldSetDetail } from './held-set-detail.tsx';
import { ReleaseDetail } from './release-detail.tsx';
import { ReleaseList } from './release-list.tsx';
import { Waiting } from './waiting.tsx';

function Detail({ selection }: { selection: Selection }): ReactNode {
  if (selection.kind === 'release') return <ReleaseDetail key={selection.release} release={selection.release} />;
  if (selection.kind === 'held') return <HeldDetail key={selection.path} path={selection.path} />;
  return <HeldSetDetail />;
}

const keyOf = (selection: Selection): string =>
  selection.kind === 'release' ? selection.release : selection.kind === 'held' ? `held:${selection.path}` : selection.kind;

function HeldRows({ items, selection }: { items: readonly HeldItem[]; selection: Selection | null }): ReactNode {
  return items.map((item) => (
    <HeldRow key={item.path} item={item} current={selection?.kind === 'held' && selection.path === item.path} />
  ));
}

function List({ snapshot, selection }: { snapshot: Snapshot; selection: Selection | null }): ReactNode {
  const { t } = useTranslation();
  // Requests for approval are listed on Constitution.
  const waiting = needsYouCount({ ...snapshot, approvals: [] });
  const settled = snapshot.held.filter((item) => !asksForDecision(item));
  return (
    <>
      <Waiting snapshot={snapshot} />
      {waiting === 0 ? null : (
        <Section title={t('panel.needsYou')} total={waiting}>
          <ul>
            {snapshot.heldSet === null ? null : <HeldSetRow set={snapshot.heldSet} current={selection?.kind === 'held-set'} />}
            <HeldRows items={snapshot.held.filter(asksForDecision)} selection={selection} />
          </ul>
        </Section>
      )}
      <ReleaseList snapshot={snapshot} current={selection?.kind === 'release' ? selection.release : null} />
      {settled.length === 0 ? null : (
        <Section title={t('panel.held.settled')} total={settled.length}>
          <ul>
            <HeldRows items={settled} selection={selection} />
          </ul>
        </Section>
      )}
      {snapshot.pointerFiles === 0 ? null : (
        <p className="pad soft small">{t('panel.updates.pointers', { count: snapshot.pointerFiles })}</p>
      )}
    </>
  );
}

/** Updates: what waits for a person, then every release, each with its detail. */
export function UpdatesView(): ReactNode {
  const { t } = useTranslation();
  const snapshot = useGuardian((state) => state.snapshot);
  const selection = useNavigation((state) => state.selection);
  return (
    <SplitView
      list={
        snapshot === null ? <Skeleton rows={10} label={t('panel.loading')} /> : <List snapshot={snapshot} selection={selection} />
      }
      detail={selection === null ? null : <Detail selection={selection} />}
      detailKey={selection === null ? null : keyOf(selection)}
      hint={t('panel.updates.hint')}
      onBack={() => select(null)}
    />
  );
}
