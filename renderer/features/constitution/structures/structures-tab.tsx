import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConstitutionView, StructureTree } from '../../../../shared/model/governance.ts';
import type { Act, useQuery } from '../../../api/index.ts';
import { Command } from '../../../ui/command.tsx';
import { EmptyState, Skeleton } from '../../../ui/empty-state.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { SplitView } from '../../../ui/split-view.tsx';
import { QueryError } from '../../frame/query-error.tsx';
import { commands } from '../commands.ts';
import { Due, DueDetail } from './due.tsx';
import { Judged } from './judged.tsx';
import { keyOf, type StructureSelection } from './selection.ts';
import { SelfDetail, SelfRow } from './self-check.tsx';
import { StructureDetail } from './structure-detail.tsx';
import { StructureTree as Tree } from './structure-tree.tsx';
import { findNode, rowsOf } from './tree-rows.ts';
import { Unlogged, UnloggedDetail } from './unlogged.tsx';

function Unreadable({ folders }: { folders: StructureTree['unreadable'] }): ReactNode {
  const { t } = useTranslation();
  if (folders.length === 0) return null;
  return (
    <Section title={t('panel.governance.structures.unreadable')} total={folders.length}>
      <p className="pad soft small">{t('panel.governance.structures.unreadableWhat')}</p>
      <ul className="plain-list">
        {folders.map(({ path, detail }) => (
          <li key={path}>
            <PathText path={path} />
            <span className="given small">{detail}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ListProps {
  view: ConstitutionView;
  selection: StructureSelection | null;
  select: (selection: StructureSelection) => void;
}

function Structures({ view, selection, select }: ListProps): ReactNode {
  const { t } = useTranslation();
  const { tree } = view;
  if (tree === null) return null;
  if (rowsOf(tree.root, new Set()).length === 0) {
    return (
      <EmptyState
        title={t('panel.governance.structures.empty')}
        actions={<Command text={commands.judgeBlueprint('FOLDER/DNA_BLUEPRINT.md')} />}
      >
        {t('panel.governance.structures.emptyHow')}
      </EmptyState>
    );
  }
  return (
    <Section title={t('panel.governance.structures.tree')}>
      <Tree
        root={tree.root}
        selected={selection?.kind === 'node' ? selection.path : null}
        onSelect={(path) => select({ kind: 'node', path })}
      />
    </Section>
  );
}

function List({ view, selection, select }: ListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Unlogged
        changes={view.unlogged}
        current={selection?.kind === 'unlogged' ? selection.path : null}
        onSelect={(path) => select({ kind: 'unlogged', path })}
      />
      <Due
        due={view.due}
        current={selection?.kind === 'due' ? selection.structure : null}
        onSelect={(structure) => select({ kind: 'due', structure })}
      />
      {view.constituted ? (
        <SelfRow view={view} current={selection?.kind === 'self'} onSelect={() => select({ kind: 'self' })} />
      ) : (
        <p className="pad soft small">{t('panel.governance.structures.unconstituted')}</p>
      )}
      <Structures view={view} selection={selection} select={select} />
      {view.tree === null ? null : <Unreadable folders={view.tree.unreadable} />}
    </>
  );
}

function Detail({ view, selection }: { view: ConstitutionView; selection: StructureSelection }): ReactNode {
  const { t } = useTranslation();
  if (selection.kind === 'self') return <SelfDetail view={view} />;
  if (selection.kind === 'node') {
    const node = view.tree === null ? undefined : findNode(view.tree.root, selection.path);
    if (node !== undefined) return <StructureDetail node={node} />;
  }
  if (selection.kind === 'unlogged') {
    const change = view.unlogged.find(({ path }) => path === selection.path);
    if (change !== undefined) return <UnloggedDetail change={change} />;
  }
  if (selection.kind === 'due') {
    const due = view.due.find(({ structure }) => structure === selection.structure);
    if (due !== undefined) return <DueDetail due={due} />;
  }
  return <EmptyState title={t('panel.governance.gone')}>{t('panel.governance.goneHow')}</EmptyState>;
}

interface Props {
  view: ReturnType<typeof useQuery<'constitution:view'>>;
  judge: Act<'constitution:view'>;
}

/** Structures with their verdicts and reasons, and before them what is wrong with the law itself. */
export function StructuresTab({ view, judge }: Props): ReactNode {
  const { t } = useTranslation();
  const [selection, setSelection] = useState<StructureSelection | null>(null);
  const { value } = view;
  const judgeAgain = async (): Promise<void> => {
    if ((await judge.run({ fresh: true })) !== null) view.reload();
  };
  return (
    <SplitView
      list={
        <>
          <QueryError query={view} />
          {value === null && view.error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
          {value === null ? null : (
            <>
              <Judged view={value} judge={judge} onJudge={() => void judgeAgain()} />
              <List view={value} selection={selection} select={setSelection} />
            </>
          )}
        </>
      }
      detail={selection === null || value === null ? null : <Detail view={value} selection={selection} />}
      detailKey={selection === null ? null : keyOf(selection)}
      hint={t('panel.governance.structures.hint')}
      onBack={() => setSelection(null)}
    />
  );
}
