import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ConstitutionView, SelfCheck } from '../../../../shared/model/governance.ts';
import { Command } from '../../../ui/command.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';
import { rankChecks, tallyOf } from './self-tally.ts';
import { UNCHECKED } from './verdict.tsx';

const LOOKS = {
  ok: { tone: 'good', icon: CircleCheck },
  violated: { tone: 'harm', icon: CircleX },
  'could-not-check': UNCHECKED,
} as const;

/** The gravest of what was found leads; only when everything could be looked at and was well is it green. */
function Summary({ self }: { self: readonly SelfCheck[] }): ReactNode {
  const { t } = useTranslation();
  const tally = tallyOf(self);
  if (self.length === 0) return <StatusWord {...UNCHECKED}>{t('panel.governance.self.never')}</StatusWord>;
  return (
    <>
      {tally.violated === 0 ? null : (
        <StatusWord {...LOOKS.violated}>{t('panel.governance.self.violated', { count: tally.violated })}</StatusWord>
      )}
      {tally['could-not-check'] === 0 ? null : (
        <StatusWord {...UNCHECKED}>{t('panel.governance.self.unchecked', { count: tally['could-not-check'] })}</StatusWord>
      )}
      {tally.ok < self.length ? null : (
        <StatusWord {...LOOKS.ok}>{t('panel.governance.self.ok', { count: tally.ok })}</StatusWord>
      )}
    </>
  );
}

type Looked = Pick<ConstitutionView, 'self' | 'selfCheckedAt'>;

/** The line of the immune system's look at itself. */
export function SelfRow({ view, current, onSelect }: { view: Looked; current: boolean; onSelect: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect}>
        <span className="row-line">{t('panel.governance.self.title')}</span>
        <span className="row-line wrap small">
          <Summary self={view.self} />
          {view.selfCheckedAt === null ? null : (
            <span className="soft">
              <Trans i18nKey="panel.governance.self.looked" components={{ time: <RelativeTime at={view.selfCheckedAt} /> }} />
            </span>
          )}
        </span>
      </button>
    </div>
  );
}

/** What the immune system found in itself, what is wrong first. */
export function SelfDetail({ view }: { view: Looked }): ReactNode {
  const { t } = useTranslation();
  return (
    <article className="detail">
      <h2 tabIndex={-1}>{t('panel.governance.self.title')}</h2>
      <p className="row-line wrap">
        <Summary self={view.self} />
      </p>
      <p className="soft">{t('panel.governance.self.what')}</p>
      {(['integrity', 'alignment', 'limits'] as const).map((check) => {
        const own = rankChecks(view.self.filter((one) => one.check === check));
        return own.length === 0 ? null : (
          <Section key={check} title={t(`panel.governance.self.check.${check}`)} total={own.length}>
            <ul>
              {own.map(({ subject, result, detail }) => (
                <li key={subject} className="finding">
                  <p className="row-line wrap">
                    <StatusWord {...LOOKS[result]}>{t(`panel.governance.self.result.${result}`)}</StatusWord>
                    <PathText path={subject} />
                  </p>
                  {detail === '' ? null : <p className="given small">{detail}</p>}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      <p className="next">{t('panel.governance.self.again')}</p>
      <Command text={commands.judgeSelf()} />
    </article>
  );
}
