import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../scroll-area.tsx';
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
    <tr className={`diff-line ${line.kind}`} {...stop}>
      <td className="diff-number">{line.oldNumber}</td>
      <td className="diff-number">{line.newNumber}</td>
      <td className="diff-sign">{SIGNS[line.kind]}</td>
      <td className="diff-text">
        {stretches(line.pieces, path).map(({ text, kind, changed }, index) => (
          <span key={index} className={changed ? `changed ${kind}` : kind}>
            {blanks ? showBlanks(text) : text}
          </span>
        ))}
        {line.endsWithBreak ? null : <span className="diff-note-inline">{t('panel.diff.noBreak')}</span>}
      </td>
    </tr>
  );
}

/** The numbered lines of a diff. Scrolls sideways on its own; wrapping would hide what is one line. */
export function DiffLines({ hunks, blanks, path }: { hunks: readonly DiffHunk[]; blanks: boolean; path: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <ScrollArea className="diff-scroll" label={t('panel.diff.lines')}>
      <table className="diff-lines" translate="no">
        {hunks.map((hunk) => (
          <tbody key={hunk.header}>
            <tr className="diff-hunk">
              <td colSpan={4}>{hunk.header}</td>
            </tr>
            {hunk.lines.map((line, index) => (
              <Line key={index} line={line} blanks={blanks} path={path} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}
