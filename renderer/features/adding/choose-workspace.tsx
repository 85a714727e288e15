import { FolderOpen, Sprout } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adding } from '../../../shared/model/adding.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  first: boolean;
  adding: Adding | null;
  busy: boolean;
  onChoose: (what: 'folder' | 'sample') => void;
}

/** What it will do and what it will not, and the two ways in. */
export function ChooseWorkspace({ first, adding, busy, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="headline" aria-label={t('panel.adding.title')}>
      <h2 className="headline-sentence" tabIndex={-1}>
        <span>{t(first ? 'panel.adding.welcome' : 'panel.adding.title')}</span>
      </h2>
      {adding === null ? <Promises /> : null}
      <div className="actions adding-ways">
        <Button look={adding === null ? 'primary' : 'normal'} disabled={busy} onClick={() => onChoose('folder')}>
          <FolderOpen size={16} aria-hidden />
          {t(adding === null ? 'panel.adding.chooseFolder' : 'panel.adding.chooseOther')}
        </Button>
        {adding === null ? (
          <Button disabled={busy} onClick={() => onChoose('sample')}>
            <Sprout size={16} aria-hidden />
            {t('panel.adding.sample')}
          </Button>
        ) : null}
      </div>
      {adding === null ? <p className="soft small">{t('panel.adding.sampleWhat')}</p> : null}
    </section>
  );
}

const DOES = ['updates', 'archive', 'undo', 'night'] as const;
const NEVER = ['overwrite', 'delete', 'send'] as const;

function Promises(): ReactNode {
  const { t } = useTranslation();
  const list = (kind: 'does' | 'never', keys: readonly string[]): ReactNode => (
    <>
      <h3 className="adding-promises-title">{t(`panel.adding.${kind}.title`)}</h3>
      <ul className="adding-promises">
        {keys.map((key) => (
          <li key={key}>{t(`panel.adding.${kind}.${key}`)}</li>
        ))}
      </ul>
    </>
  );
  return (
    <>
      {list('does', DOES)}
      {list('never', NEVER)}
    </>
  );
}
