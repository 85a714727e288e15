import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colourSyntax, type SyntaxKind } from './colour-syntax.ts';
import { showBlanks, type DiffHunk, type DiffLine, type Piece } from './parse-diff.ts';

const SIGNS = { context: ' ', removed: '−', added: '+' } as const;

interface Stretch {
  text: string;
  kind: SyntaxKind;
  changed: boolean;
}

/** Lays the two divisions of a line, by syntax and by change, over each other. */
function stretches(pieces: readonly Piece[], path: string): Stretch[] {
  const coloured = colourSyntax(pieces.map((piece) => piece.text).join(''), path);
  const result: Stretch[] = [];
  let [index, used] = [0, 0];
  for (const piece of pieces) {
    for (let rest = piece.text; rest !== '';) {
      const colour = coloured[index];
      if (colour === undefined) break;
      const text = rest.slice(0, colour.text.length - used);
      result.push({ text, kind: colour.kind, changed: piece.changed });
      rest = rest.slice(text.length);
      used += text.length;
      if (used >= colour.text.length) [index, used] = [index + 1, 0];
    }
  }
  return result;
}

function Line({ line, blanks, path }: { line: DiffLine; blanks: boolean; path: string }): ReactNode {
  const { t } = useTranslation();
  const stop = line.startsChange ? { 'data-change': true, tabIndex: -1 } : {};
  return (
    <div className={`diff-line ${line.kind}`} role="row" {...stop}>
      <span className="diff-number" role="cell">
        {line.oldNumber}
      </span>
      <span className="diff-number" role="cell">
        {line.newNumber}
      </span>
      <span className="diff-sign" role="cell">
        {SIGNS[line.kind]}
      </span>
      <span className="diff-text" role="cell">
        {stretches(line.pieces, path).map(({ text, kind, changed }, index) => (
          <span key={index} className={changed ? `changed ${kind}` : kind}>
            {blanks ? showBlanks(text) : text}
          </span>
        ))}
        {line.endsWithBreak ? null : <span className="diff-note-inline">{t('panel.diff.noBreak')}</span>}
      </span>
    </div>
  );
}

/** The numbered lines of a diff. Scrolls sideways on its own; wrapping would hide what is one line. */
export function DiffLines({ hunks, blanks, path }: { hunks: readonly DiffHunk[]; blanks: boolean; path: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="diff-scroll" tabIndex={0} role="group" aria-label={t('panel.diff.lines')}>
      <div className="diff-lines" role="table" aria-label={t('panel.diff.lines')} translate="no">
        {hunks.map((hunk) => (
          <div key={hunk.header} role="rowgroup">
            <div className="diff-hunk" role="row">
              <span role="cell">{hunk.header}</span>
            </div>
            {hunk.lines.map((line, index) => (
              <Line key={index} line={line} blanks={blanks} path={path} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
