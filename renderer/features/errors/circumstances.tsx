import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analysis, ErrorEvent } from '../../../shared/model/annealing.ts';
import { Facts } from '../../ui/facts.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';

/** Lines around the failing one, as they were when it was analysed. */
export function Source({ source, failing }: { source: NonNullable<Analysis['source']>; failing: number | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.annealing.source')}>
      <p className="pad">
        <PathText path={source.file} copy />
      </p>
      <ScrollArea className="output" label={t('panel.annealing.source')}>
        <pre translate="no">
          {source.lines.map((line, index) => {
            const number = source.from + index;
            return (
              <span key={number} className={number === failing ? 'failing-line' : undefined}>
                {`${String(number).padStart(5)}  ${line}\n`}
              </span>
            );
          })}
        </pre>
      </ScrollArea>
    </Section>
  );
}

/** Where the newest error came from. */
export function Context({ event }: { event: ErrorEvent }): ReactNode {
  const { t } = useTranslation();
  const command = event.command === null ? null : event.command.argv.join(' ');
  return (
    <Section title={t('panel.annealing.context')}>
      <div className="pad">
        <Facts
          facts={[
            [t('panel.annealing.from'), t(`panel.annealing.via.${event.source}`)],
            [t('panel.annealing.command'), command],
            ...Object.entries(event.context)
              .filter(([name]) => name !== 'command')
              .map(([name, value]) => [name, value] as const),
          ]}
        />
      </div>
    </Section>
  );
}
