import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { healthRangeSchema, type Course, type HealthRange } from '../../../shared/model/healing.ts';
import { useQuery } from '../../api/index.ts';
import { count } from '../../ui/format.ts';
import { useSettledRevision } from '../constitution/use-settled-revision.ts';
import { QueryError } from '../frame/query-error.tsx';
import { Plot } from './plot.tsx';

/** The same in figures: for who cannot see the lines, and for who wants to know exactly. */
function Figures({ course }: { course: Course }): ReactNode {
  const { t, i18n } = useTranslation();
  const shown = (value: number | undefined): string => (value === undefined ? '–' : count(Math.round(value), i18n.language));
  return (
    <table className="course-figures">
      <thead>
        <tr>
          <th scope="col">{t('panel.health.figures.what')}</th>
          <th scope="col">{t('panel.health.figures.least')}</th>
          <th scope="col">{t('panel.health.figures.mean')}</th>
          <th scope="col">{t('panel.health.figures.most')}</th>
          <th scope="col">{t('panel.health.figures.last')}</th>
        </tr>
      </thead>
      <tbody>
        {course.lines.map(({ name, values }) => {
          const known = values.filter((value) => value !== null);
          const sum = known.reduce((total, value) => total + value, 0);
          return (
            <tr key={name}>
              <th scope="row" className={`line-${name}`}>
                {t(`panel.health.line.${name}`)}
              </th>
              <td>{shown(known.length === 0 ? undefined : Math.min(...known))}</td>
              <td>{shown(known.length === 0 ? undefined : sum / known.length)}</td>
              <td>{shown(known.length === 0 ? undefined : Math.max(...known))}</td>
              <td>{shown(known.at(-1))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The course of the machine, or of one process, over an hour to a year. */
export function CourseView({ process }: { process: string | null }): ReactNode {
  const { t } = useTranslation();
  const [range, setRange] = useState<HealthRange>('day');
  const query = useQuery('health:course', { range, process }, { revision: useSettledRevision(), keep: true });
  const course = query.value;
  const isEmpty = course !== null && course.lines.every(({ values }) => values.every((value) => value === null));
  const name = process ?? t('panel.health.course');
  return (
    <section className="course" aria-label={name}>
      <fieldset className="course-ranges" aria-label={t('panel.health.range.label')}>
        {healthRangeSchema.options.map((one) => (
          <button key={one} type="button" className="tab" aria-pressed={one === range} onClick={() => setRange(one)}>
            {t(`panel.health.range.${one}`)}
          </button>
        ))}
      </fieldset>
      <QueryError query={query} />
      <div className="course-plot">
        {course === null ? null : isEmpty ? <p className="soft small">{t('panel.health.noCourse')}</p> : <Plot course={course} />}
      </div>
      {course === null ? null : <Figures course={course} />}
    </section>
  );
}
