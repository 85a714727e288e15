import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstLook } from '../../../shared/model/adding.ts';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';

/** What the folder is, by what lies in it. */
export function Found({ look }: { look: FirstLook }): ReactNode {
  const { t } = useTranslation();
  const { folder, kind, evidence, python, hasSettings } = look;
  return (
    <Section title={t('panel.adding.found')}>
      <dl className="facts pad">
        <dt>{t('panel.settings.folder')}</dt>
        <dd>
          <PathText path={folder} copy />
        </dd>
        <dt>{t('panel.adding.kind')}</dt>
        <dd>
          {t(`panel.adding.kinds.${kind}`)}
          {evidence.length === 0 ? null : (
            <span className="soft small" translate="no">
              {' '}
              {evidence.join(', ')}
            </span>
          )}
        </dd>
        <dt>Python</dt>
        <dd>
          {t(`panel.adding.python.${python.kind}`)}{' '}
          {python.detail === '' ? null : <span className="soft small">{python.detail}</span>}
        </dd>
        <dt>{t('panel.settings.file')}</dt>
        <dd>{t(hasSettings ? 'panel.adding.hasSettings' : 'panel.adding.noSettings')}</dd>
      </dl>
    </Section>
  );
}
