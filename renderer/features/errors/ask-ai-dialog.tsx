import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AiAnswer, AiQuestion, ErrorGroup } from '../../../shared/model/annealing.ts';
import { useAct, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { showOutcome, type Outcome } from '../frame/outcome.ts';

const TONES: Readonly<Record<AiAnswer['status'], Outcome['tone']>> = {
  PROPOSED: 'good',
  NO_PROPOSAL: 'neutral',
  NO_ANSWER: 'asks',
  HELD: 'asks',
  DENIED: 'harm',
};

function Sent({ question }: { question: AiQuestion }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const { system, text, tokens, tokensLeft, obstacle } = question;
  return (
    <>
      <p className="soft small">{t('panel.annealing.ai.tokens', { tokens, left: tokensLeft })}</p>
      {obstacle === null ? null : <p role="alert">{t('panel.annealing.ai.cannot', { reason: said(obstacle) })}</p>}
      <h3>{t('panel.annealing.ai.data')}</h3>
      <ScrollArea className="output" label={t('panel.annealing.ai.data')}>
        <pre translate="no">{text}</pre>
      </ScrollArea>
      <h3>{t('panel.annealing.ai.instructions')}</h3>
      <ScrollArea className="output" label={t('panel.annealing.ai.instructions')}>
        <pre translate="no">{system}</pre>
      </ScrollArea>
      <CopyButton text={`${system}\n\n${text}`} label={t('panel.annealing.ai.copy')} />
    </>
  );
}

/** Shows exactly what would be sent to a model, then sends exactly that. */
export function AskAiDialog({ group, onClose }: { group: ErrorGroup; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const query = useQuery('errors:question', { id: group.id });
  const act = useAct('errors:ask');
  const question = query.value;
  const send = async (): Promise<void> => {
    if (question === null) return;
    const answer = await act.run({ id: group.id, hash: question.hash });
    if (answer === null) return;
    showOutcome({
      key: `panel.annealing.ai.${answer.status}`,
      values: {},
      undo: null,
      tone: TONES[answer.status],
      reason: answer.reason === null ? null : said(answer.reason),
    });
    onClose();
  };
  const values = { key: group.key, provider: question?.provider ?? '', model: question?.model ?? '' };
  return (
    <Dialog
      title={t('panel.annealing.ai.title', values)}
      description={t('panel.annealing.ai.what', values)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button
            look="primary"
            disabled={act.busy || question === null || question.obstacle !== null}
            onClick={() => void send()}
          >
            {t(act.busy ? 'panel.annealing.ai.working' : 'panel.annealing.ai.confirm', values)}
          </Button>
        </>
      }
    >
      {query.error === null ? null : <ErrorState error={query.error} onRetry={query.reload} />}
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      {question === null ? <Skeleton rows={8} label={t('panel.loading')} /> : <Sent question={question} />}
    </Dialog>
  );
}
