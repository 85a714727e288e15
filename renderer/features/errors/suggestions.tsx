import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Analysis, Proof, Suggestion } from '../../../shared/model/annealing.ts';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const PROOFS: Readonly<Record<Proof['verdict'], { tone: Tone; icon: LucideIcon }>> = {
  proven: { tone: 'good', icon: CircleCheck },
  'not-proven': { tone: 'neutral', icon: CircleHelp },
  refuted: { tone: 'harm', icon: CircleX },
};

/** What was seen of a patch, in the exact word and the reason. */
export function ProofLine({ proof }: { proof: Proof | null }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const verdict = proof?.verdict ?? 'not-proven';
  return (
    <p className="row-line wrap">
      <StatusWord {...PROOFS[verdict]}>{t(`panel.annealing.proof.${verdict}`)}</StatusWord>
      {proof === null ? null : <span className="soft small">{said(proof.reason)}</span>}
    </p>
  );
}

function One({ suggestion }: { suggestion: Suggestion }): ReactNode {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const { type, title, code, patch, noPatch, proof, by } = suggestion;
  return (
    <li className="suggestion">
      <h3>{i18n.language === 'ko' ? title.ko : title.en}</h3>
      {by === undefined ? (
        <p className="soft small" translate="no">
          {type}
        </p>
      ) : (
        <p className="soft small">
          {t('panel.annealing.ai.by', { model: by.model, tokens: by.tokens })}
          {by.usd === null ? null : ` · ${t('panel.annealing.ai.cost', { usd: by.usd })}`}
        </p>
      )}
      {patch === null ? (
        <>
          {noPatch === null ? null : <p className="soft">{t('panel.annealing.noPatch', { reason: said(noPatch) })}</p>}
          <ScrollArea className="output" label={t('panel.annealing.example')}>
            <pre translate="no">{code}</pre>
          </ScrollArea>
        </>
      ) : (
        <>
          <ProofLine proof={proof} />
          <DiffView
            diff={{
              path: patch.file,
              state: 'text',
              unified: patch.unified,
              oldLabel: t('panel.annealing.diff.now'),
              newLabel: t('panel.annealing.diff.fixed'),
            }}
          />
        </>
      )}
    </li>
  );
}

/** What the rules say. Where none applies nothing is guessed. */
export function Suggestions({ analysis }: { analysis: Analysis | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.annealing.suggestions')}>
      <div className="pad">
        {analysis === null ? <p>{t('panel.annealing.notAnalysed')}</p> : null}
        {analysis?.suggestions.length === 0 ? <p>{t('panel.annealing.noRule')}</p> : null}
        <ul>
          {analysis?.suggestions.map((suggestion) => (
            <One key={suggestion.rule} suggestion={suggestion} />
          ))}
        </ul>
      </div>
    </Section>
  );
}
