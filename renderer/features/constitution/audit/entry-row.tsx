import { CircleCheck, CircleDot, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { AuditEntry } from '../../../../shared/model/audit.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { StatusWord, type Tone } from '../../../ui/status-word.tsx';
import { ClockTime, RelativeTime } from '../../../ui/times.tsx';
import { BreakPlace, BreakWord } from './break-words.tsx';
import type { AuditBreak } from './place-breaks.ts';

const LOOKS: ReadonlyMap<string, { tone: Tone; icon: LucideIcon }> = new Map([
  ['Canonical', { tone: 'neutral', icon: CircleCheck }],
  ['Canonical-Conditional', { tone: 'asks', icon: TriangleAlert }],
  ['Non-Canonical', { tone: 'harm', icon: CircleX }],
]);
const OTHER = { tone: 'neutral', icon: CircleDot } as const;

/** The result as the log says it. The usual one is grey, so that the others can be seen among thousands. */
export function ResultWord({ result }: { result: string }): ReactNode {
  return (
    <StatusWord {...(LOOKS.get(result) ?? OTHER)}>
      <span translate="no">{result}</span>
    </StatusWord>
  );
}

/** When an entry was written; as the log says it where that is no time. */
export function EntryTime({ timestamp, relative = false }: { timestamp: string; relative?: boolean }): ReactNode {
  const at = Date.parse(timestamp);
  if (Number.isNaN(at)) return timestamp;
  return relative ? <RelativeTime at={at} /> : <ClockTime at={at} />;
}

/** A text that may hold anything, on one line. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** One line of the list: what was touched, how it ended, when, what it was. Drawn once, however often the list moves. */
export const EntryLine = memo(function EntryLine({ entry }: { entry: AuditEntry }): ReactNode {
  return (
    <>
      <span className="row-line">
        <PathText path={oneLine(entry.target)} />
      </span>
      <span className="row-line small">
        <span className="soft">
          <EntryTime timestamp={entry.timestamp} />
        </span>
        <ResultWord result={oneLine(entry.result)} />
        <span className="soft row-rest" translate="no">
          {oneLine(entry.type)}
        </span>
      </span>
    </>
  );
});

/** The red line between two entries whose link is broken. */
export function BreakLine({ fault }: { fault: AuditBreak }): ReactNode {
  return (
    <>
      <span className="row-line">
        <BreakWord fault={fault} />
      </span>
      <span className="row-line small">
        <span className="row-rest">
          <BreakPlace fault={fault} /> · {oneLine(fault.detail)}
        </span>
      </span>
    </>
  );
}
