import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseFile as File } from '../../../shared/model/updates.ts';
import { Button } from '../../ui/button.tsx';
import { Diff } from '../../ui/diff/diff-view.tsx';
import { bytes } from '../../ui/format.ts';
import { PathText } from '../../ui/path-text.tsx';
import { openRollback } from '../frame/navigation.ts';

/** One file of a release; opens to show what was done to it. */
export function ReleaseFile({ release, file }: { release: string; file: File }): ReactNode {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className="file">
      <button type="button" className="file-head" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <ChevronRight size={16} aria-hidden className="turn" />
        <PathText path={file.path} />
        <span className="soft small file-facts">
          {file.size === null ? '' : `${bytes(file.size, i18n.language)} · `}
          {t(`panel.change.${file.type}`)}
        </span>
      </button>
      <div id={id} className="file-body" hidden={!open}>
        {open ? (
          <>
            <Diff request={{ kind: 'release', release, path: file.path }} />
            <div className="actions">
              <Button compact onClick={() => openRollback({ kind: 'file', path: file.path })}>
                {t('panel.release.rollBackFile')}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </li>
  );
}
