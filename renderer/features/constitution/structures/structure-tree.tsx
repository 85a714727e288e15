import { ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StructureNode } from '../../../../shared/model/governance.ts';
import { moveOf, rowsOf, structuresBelow, type TreeRow } from './tree-rows.ts';
import { VerdictWord } from './verdict.tsx';

/** Deeper levels stay at this one's indent: names must not run out of room. */
const MOST_LEVELS = 6;
const INDENT = 16;

function Facts({ node }: { node: StructureNode }): ReactNode {
  const { t } = useTranslation();
  const below = structuresBelow(node);
  const facts = [
    node.proposal ? t('panel.governance.node.beside') : null,
    node.limits.length === 0 ? null : t('panel.governance.node.exceeded', { count: node.limits.length }),
    below === 0 ? null : t('panel.governance.node.below', { count: below }),
    node.file,
    node.version === null ? null : `v${node.version}`,
  ];
  return <span className="row-rest soft">{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}

interface RowProps {
  row: TreeRow;
  selected: boolean;
  /** The one line that Tab reaches. */
  reached: boolean;
  onSelect: () => void;
  onToggle: () => void;
}

function Row({ row, selected, reached, onSelect, onToggle }: RowProps): ReactNode {
  const { node, level, place, siblings, open } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree takes the keys for all its lines
    <div
      role="treeitem"
      className="tree-row"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={open ?? undefined}
      aria-selected={selected}
      tabIndex={reached ? 0 : -1}
      data-node={node.path}
      style={{ paddingLeft: 8 + (Math.min(level, MOST_LEVELS) - 1) * INDENT }}
      onClick={onSelect}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the arrow keys do the same */}
      <span
        className={open === null ? 'twist none' : 'twist'}
        aria-hidden
        onClick={(event) => {
          if (open === null) return;
          event.stopPropagation();
          onToggle();
        }}
      >
        {open === null ? null : <ChevronRight size={16} />}
      </span>
      <span className="tree-text">
        <span className="row-line">
          <span className="row-rest" title={node.path} translate="no">
            {node.name}
          </span>
        </span>
        <span className="row-line small">
          <VerdictWord node={node} />
          <Facts node={node} />
        </span>
      </span>
    </div>
  );
}

interface Props {
  root: StructureNode;
  selected: string | null;
  onSelect: (path: string) => void;
}

/** The structures as a tree: arrows, Home and End move, Enter opens. */
export function StructureTree({ root, selected, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [reached, setReached] = useState<string | null>(selected);
  const tree = useRef<HTMLDivElement>(null);
  const rows = rowsOf(root, closed);
  const current = rows.some(({ node }) => node.path === reached) ? reached : (rows[0]?.node.path ?? null);
  const toggle = (path: string): void => {
    setClosed(closed.has(path) ? new Set([...closed].filter((one) => one !== path)) : new Set([...closed, path]));
  };
  const go = (path: string): void => {
    setReached(path);
    tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(path)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (current === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(current);
      return;
    }
    const move = moveOf(event.key, rows, current);
    if (move === null) return;
    event.preventDefault();
    if ('go' in move) go(move.go);
    else toggle(move.toggle);
  };
  return (
    <div
      className="tree"
      role="tree"
      aria-label={t('panel.governance.structures.tree')}
      ref={tree}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {rows.map((row) => (
        <Row
          key={row.node.path}
          row={row}
          selected={row.node.path === selected}
          reached={row.node.path === current}
          onSelect={() => {
            setReached(row.node.path);
            onSelect(row.node.path);
          }}
          onToggle={() => toggle(row.node.path)}
        />
      ))}
    </div>
  );
}
