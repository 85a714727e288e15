import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adding } from '../../../shared/model/adding.ts';
import { Button } from '../../ui/button.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';

interface Props {
  adding: Adding;
  busy: boolean;
  onChoose: (which: number | 'choose' | 'none') => void;
}

/** Where updates come from: one of the folders that were found, another one, or nowhere. Once settings are written, they say it. */
export function ChooseCore({ adding: { look, source }, busy, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  return (
    <Section title={t('panel.adding.core')}>
      <div className="pad">
        {look.hasSettings ? (
          <p>{source === null ? t('panel.adding.noCore') : <PathText path={source} copy />}</p>
        ) : (
          <fieldset className="adding-cores" disabled={busy}>
            <legend className="soft small">{t('panel.adding.coreWhat')}</legend>
            {look.cores.map((core, index) => (
              <label key={core.path} className="choice">
                <input type="radio" name={name} checked={source === core.path} onChange={() => onChoose(index)} />
                <span className="adding-core">
                  <PathText path={core.path} />
                  <span className="soft small">{t(`panel.adding.mode.${core.mode}`)}</span>
                </span>
              </label>
            ))}
            {source === null || look.cores.some(({ path }) => path === source) ? null : (
              <label className="choice">
                <input type="radio" name={name} checked readOnly />
                <PathText path={source} />
              </label>
            )}
            <label className="choice">
              <input type="radio" name={name} checked={source === null} onChange={() => onChoose('none')} />
              {t('panel.adding.noCore')}
            </label>
            <Button compact onClick={() => onChoose('choose')}>
              {t('panel.adding.chooseCore')}
            </Button>
          </fieldset>
        )}
      </div>
    </Section>
  );
}
