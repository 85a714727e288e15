import type { ChangedSince, RollbackFile, RollbackPreview, RollbackTarget } from '../../../shared/model/updates.ts';

/** Order in which a person must see them: questions and losses before what simply happens. */
const ACTION_ORDER = ['decide', 'lost', 'put-back', 'remove', 'unchanged'] as const;

/** The files of a preview by what will be done to them; empty groups are left out. */
export function groupByAction(preview: RollbackPreview): { action: RollbackFile['action']; files: RollbackFile[] }[] {
  return ACTION_ORDER.map((action) => ({ action, files: preview.files.filter((file) => file.action === action) })).filter(
    ({ files }) => files.length > 0,
  );
}

/** How many files the confirmed act will change. */
export const filesToChange = (preview: RollbackPreview, choice: ChangedSince): number =>
  preview.files.filter(
    ({ action }) => action === 'put-back' || action === 'remove' || (action === 'decide' && choice === 'overwrite'),
  ).length;

const CONFIRM = {
  release: 'panel.rollback.confirm.release',
  file: 'panel.rollback.confirm.file',
  time: 'panel.rollback.confirm.time',
  version: 'panel.rollback.confirm.version',
} as const satisfies Record<RollbackTarget['kind'], string>;

/** The key of the confirm button: a verb with its object, by what is gone back on. */
export const confirmKey = ({ target }: RollbackPreview, isUndo: boolean): string =>
  isUndo && target.kind === 'release' ? 'panel.rollback.confirm.undo' : CONFIRM[target.kind];
