import type { ReactNode } from 'react';
import { closeRollback, openRollback, useNavigation } from '../frame/navigation.ts';
import { ChooseTime } from './choose-time.tsx';
import { PreviewDialog } from './preview-dialog.tsx';

/** The rollback that is being looked at, if any: first the time where one must be chosen, then the preview. */
export function RollbackDialog(): ReactNode {
  const request = useNavigation((state) => state.rollback);
  if (request === null) return null;
  if (request.kind === 'choose-time')
    return <ChooseTime onChoose={(at) => openRollback({ kind: 'time', at })} onClose={closeRollback} />;
  return <PreviewDialog key={JSON.stringify(request)} target={request} onClose={closeRollback} />;
}
