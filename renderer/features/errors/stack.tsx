import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorEvent, ErrorFrame } from '../../../shared/model/annealing.ts';
import { Section } from '../../ui/section.tsx';

function Frame({ frame: { file, line, function: name, code, own } }: { frame: ErrorFrame }): ReactNode {
  return (
    <li className={own ? undefined : 'foreign'} translate="no">
      {file}
      {line === null ? '' : `:${line}`} {name}
      {own && code !== null ? <div>{code}</div> : null}
    </li>
  );
}

/** Own frames are shown, the others are counted and folded away. */
function Frames({ frames }: { frames: readonly ErrorFrame[] }): ReactNode {
  const { t } = useTranslation();
  const own = frames.filter((frame) => frame.own);
  const foreign = frames.filter((frame) => !frame.own);
  return (
    <>
      <ol className="frames">
        {own.map((frame, depth) => (
          <Frame key={`${depth} ${frame.file}:${frame.line}`} frame={frame} />
        ))}
      </ol>
      {foreign.length === 0 ? null : (
        <details open={own.length === 0}>
          <summary className="soft small">{t('panel.annealing.otherFrames', { count: foreign.length })}</summary>
          <ol className="frames">
            {foreign.map((frame, depth) => (
              <Frame key={`${depth} ${frame.file}:${frame.line}`} frame={frame} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** The newest error with its frames, the innermost last as Python prints them, and what led to it. */
export function Stack({ event }: { event: ErrorEvent }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.annealing.stack')}>
      <div className="pad">
        <p className="given" translate="no">
          {event.type}: {event.message}
        </p>
        <Frames frames={event.frames} />
        {event.links.map((link, index) => (
          <div key={`${index} ${link.type}`}>
            <p className="given">
              <span className="soft">{t(`panel.annealing.relation.${link.relation}`)}</span>{' '}
              <span translate="no">
                {link.type}: {link.message}
              </span>
            </p>
            <Frames frames={link.frames} />
          </div>
        ))}
      </div>
    </Section>
  );
}
