import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownApproval } from '../../shared/ipc/approval-contract.ts';
import { PathText } from '../ui/path-text.tsx';
import { Section } from '../ui/section.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { RequestChange } from './request-change.tsx';
import { RequestConsensus } from './request-consensus.tsx';
import { RequestFacts } from './request-facts.tsx';
import { useExpired } from './use-expired.ts';
import { visibleLine, visibleText } from './visible-text.ts';

interface Props {
  shown: ShownApproval;
  onDecided: () => void;
  /** Told when a decision is begun or left. */
  onDeciding: (is: boolean) => void;
  /** Null while nothing else waits. */
  onNext: (() => void) | null;
}

/** Whether the end has ever been in sight. */
function useReadToEnd(): { end: React.RefObject<HTMLDivElement | null>; readToEnd: boolean } {
  const end = useRef<HTMLDivElement>(null);
  const [readToEnd, setRead] = useState(false);
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setRead(true);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return { end, readToEnd };
}

/** One request, whole, and the decision on it. */
export function RequestDetail({ shown, onDecided, onDeciding, onNext }: Props): ReactNode {
  const { t } = useTranslation();
  const { request, consensus } = shown;
  const { end, readToEnd } = useReadToEnd();
  const expired = useExpired(request.expiresAt);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must take the focus, or a keyboard cannot scroll it */}
      <div className="approval-read" role="group" aria-label={t('approval.request', { id: request.id })} tabIndex={0}>
        <article className="detail">
          <p className="soft small">{t('approval.request', { id: request.id })}</p>
          <h1 tabIndex={-1} ref={heading}>
            {visibleText(request.summary)}
          </h1>
          <RequestFacts request={request} />
          {request.paths.length === 0 ? null : (
            <Section title={t('approval.paths', { count: request.paths.length })}>
              <ul className="plain-list">
                {request.paths.map((path) => (
                  <li key={path}>
                    <PathText path={visibleLine(path)} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {request.procedure === 'meta' ? <RequestConsensus consensus={consensus} /> : null}
          <RequestChange diff={request.diff} />
          <div ref={end} className="approval-end" data-end />
        </article>
      </div>
      <DecisionBar
        shown={shown}
        expired={expired}
        readToEnd={readToEnd}
        toEnd={() => end.current?.scrollIntoView({ block: 'end' })}
        onDecided={onDecided}
        onDeciding={onDeciding}
        onNext={onNext}
      />
    </>
  );
}
