import type { AiAnswer, AiQuestion } from '../../../shared/model/annealing.ts';
import { suggestionLines } from './errors.ts';
import { printableLines } from './printable.ts';
import type { Voice } from './voice.ts';

/** Exactly what a model would be sent, where to, and what stands in the way. */
export function aiQuestionLines(question: AiQuestion, { t, paint, said }: Voice): string[] {
  const { provider, model, address, system, text, tokens, tokensLeft, obstacle } = question;
  return [
    t('terminal.errors.ai.would', { provider, model, address: address === '' ? provider : address }),
    t('terminal.errors.ai.tokens', { tokens, tokensLeft }),
    ...(obstacle === null ? [] : [paint('held', t('terminal.errors.ai.cannot', { reason: said(obstacle) }))]),
    '',
    paint('strong', t('terminal.errors.ai.system')),
    ...printableLines(system).split('\n'),
    '',
    paint('strong', t('terminal.errors.ai.text')),
    ...printableLines(text).split('\n'),
  ];
}

/** What came of asking, and the command that goes on. */
export function aiAnswerLines({ status, suggestion, reason, group }: AiAnswer, voice: Voice): string[] {
  const { t, said, command } = voice;
  const values = {
    key: group.key,
    reason: reason === null ? '' : said(reason),
    command: command('errors', 'fix', String(group.id)),
  };
  return [
    t(`terminal.errors.ai.${status}`, values),
    ...(suggestion === null ? [] : ['', ...suggestionLines(suggestion, voice), '', t('terminal.errors.ai.next', values)]),
  ];
}
