import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnloggedChange } from '../../../../shared/model/governance.ts';
import { Command } from '../../../ui/command.tsx';
import { Facts, ShortHash } from '../../../ui/facts.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';
import { UNCHECKED } from './verdict.tsx';

function ChangeWord({ change }: { change: UnloggedChange['change'] }): ReactNode {
  const { t } = useTranslation();
  const look = change === 'unreadable' ? UNCHECKED : ({ tone: 'harm', icon: FileWarning } as const);
  return <StatusWord {...look}>{t(`panel.governance.unlogged.change.${change}`)}</StatusWord>;
}

interface Props {
  changes: readonly UnloggedChange[];
  current: string | null;
  onSelect: (path: string) => void;
}

/** Guarded files that changed without an entry: a promise was broken, so they come first. */
export function Unlogged({ changes, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <Section title={t('panel.governance.unlogged.title')} total={changes.length}>
      <ul>
        {changes.map(({ path, change, since }) => (
          <li key={path} className={change === 'unreadable' ? 'row' : 'row alarm'} aria-current={path === current || undefined}>
            <button type="button" className="row-main" onClick={() => onSelect(path)}>
              <span className="row-line">
                <PathText path={path} />
              </span>
              <span className="row-line small">
                <ChangeWord change={change} />
                <span className="soft row-rest">
                  {t('panel.governance.unlogged.recorded')}{' '}
                  {since === null ? t('panel.governance.unlogged.never') : <RelativeTime at={since} />}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One such change: what was recorded, what is there, and the two ways on. */
export function UnloggedDetail({ change }: { change: UnloggedChange }): ReactNode {
  const { t } = useTranslation();
  const unreadable = change.change === 'unreadable';
  const hash = (value: string | null, none: string): ReactNode => (value === null ? none : <ShortHash hash={value} />);
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={change.path} copy />
      </h2>
      <p>
        <ChangeWord change={change.change} />
      </p>
      <p>{t(unreadable ? 'panel.governance.unlogged.unreadable' : 'panel.governance.unlogged.what')}</p>
      {change.detail === null ? null : <p className="given small">{change.detail}</p>}
      <Facts
        facts={[
          [
            t('panel.governance.unlogged.recorded'),
            change.since === null ? t('panel.governance.unlogged.never') : <RelativeTime key="at" at={change.since} />,
          ],
          [t('panel.governance.unlogged.was'), hash(change.was, t('panel.governance.unlogged.noFile'))],
          [
            t('panel.governance.unlogged.is'),
            hash(change.is, t(unreadable ? 'panel.governance.unlogged.unknown' : 'panel.governance.unlogged.noFile')),
          ],
        ]}
      />
      <p className="next">{t('panel.governance.unlogged.look')}</p>
      <Command text={commands.judgeSelf()} />
      {unreadable ? null : (
        <>
          <p className="next">{t('panel.governance.unlogged.accept')}</p>
          <Command text={commands.acceptChange(change.path)} />
        </>
      )}
    </article>
  );
}
