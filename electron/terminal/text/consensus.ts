import type { ConsensusState } from '../../../shared/model/governance.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** One line a change. */
export function consensusRows(all: readonly ConsensusState[], { t, paint }: Voice): string[] {
  if (all.length === 0) return [t('terminal.governance.none')];
  return columns(
    all.map(({ id, kind, state, consensusOwed, versionChange, target }) => [
      paint('strong', String(id)),
      t(`terminal.governance.kind.${kind}`),
      consensusOwed ? t('terminal.governance.owed') : t(`terminal.approvals.place.${state}`),
      printable(versionChange),
      printable(target),
    ]),
    { right: [0] },
  );
}

/** What a signed review must name. */
export const caseLines = (name: string | null, { t }: Voice): string[] =>
  name === null ? [] : ['', `${t('terminal.governance.case')}: ${name}`];
