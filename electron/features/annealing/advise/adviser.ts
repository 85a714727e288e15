import { createTwoFilesPatch } from 'diff';
import type { AiAnswer, AiQuestion, ErrorEvent, Suggestion } from '../../../../shared/model/annealing.ts';
import type { AnnealingSettings } from '../../../../shared/model/settings.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import { languageOf, parseSource } from '../../../kernel/code/index.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { Advisor, AdvisorAnswer } from '../../../kernel/ports/advisor.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import type { Redact } from '../../../kernel/redact.ts';
import { readFailingSource } from '../analyse/failing-source.ts';
import type { ErrorLedger } from '../ledger/error-ledger.ts';
import type { Prover } from '../prove/prover.ts';
import { composeQuestion, excerptAround, framesToSend, type Excerpt, type Question } from './compose-question.ts';
import { planEdits, type PlannedEdits } from './plan-edits.ts';
import { costOf, estimateTokens, overCap, type Spending } from './spending.ts';

export interface AdviserPorts {
  workspace: string;
  database: Database;
  audit: Audit;
  gate: Gate;
  ledger: ErrorLedger;
  prover: Prover;
  advisor: Advisor;
  spending: Spending;
  settings: () => AnnealingSettings['ai'];
  /** The value of a variable of the environment or of `.env`; null when there is none. */
  variable: (name: string) => string | null;
  redactor: () => Redact;
  /** Aborted when the guardian ends. */
  signal: AbortSignal;
  onChange: () => void;
}

/** Lets a language model propose a patch, which is bound and proven like that of a rule. */
export interface Adviser {
  /** What would be sent. Sends nothing. @throws AppError `not-found` */
  question(group: number): Promise<AiQuestion>;
  /** Sends it. `hash` of the question that a person has seen; undefined when nobody is asked. @throws AppError `not-found`, `stale-preview` */
  ask(group: number, options: { actor: string; hash?: string }): Promise<AiAnswer>;
}

/** The rule of suggestions by a model. */
export const AI_RULE = 'ai';
const MOST_ANSWER_TOKENS = 4000;

interface Prepared {
  event: ErrorEvent;
  question: Question;
  excerpts: readonly Excerpt[];
  shown: AiQuestion;
}

export function createAdviser(ports: AdviserPorts): Adviser {
  const { workspace, ledger, prover, advisor, spending, settings, variable, redactor, audit, signal, onChange } = ports;

  const prepare = async (id: number): Promise<Prepared> => {
    const event = ledger.report(id, 1).events[0];
    if (event === undefined) throw new AppError('not-found', `Nothing of group ${id} is kept that could be asked about.`);
    const excerpts = await excerptsOf(workspace, event);
    const question = composeQuestion(event, excerpts, redactor());
    return { event, question, excerpts, shown: shownOf(question, excerpts) };
  };

  const shownOf = (question: Question, excerpts: readonly Excerpt[]): AiQuestion => {
    const { provider, model, baseUrl, dailyTokens } = settings();
    const tokens = estimateTokens(question.system + question.text);
    return {
      provider,
      model,
      address: baseUrl,
      ...question,
      hash: sha256([provider, model, baseUrl, question.system, question.text].join('\0')),
      tokens,
      tokensLeft: Math.max(0, dailyTokens - spending.today().tokens),
      obstacle: obstacleOf(tokens, excerpts),
    };
  };

  const obstacleOf = (tokens: number, excerpts: readonly Excerpt[]): string | null => {
    const now = settings();
    if (!now.enabled) return 'AI is turned off (annealing.ai.enabled)';
    if (now.provider === 'compatible' && now.baseUrl === '') return 'a compatible provider needs annealing.ai.baseUrl';
    if (now.provider !== 'compatible' && variable(now.keyVariable) === null) return `the variable ${now.keyVariable} is not set`;
    if (excerpts.length === 0) return 'no frame of the error lies in code of the workspace';
    return overCap(now, spending.today(), tokens, MOST_ANSWER_TOKENS);
  };

  const send = async ({ question, shown }: Prepared): Promise<AdvisorAnswer & { usd: number | null; tokens: number }> => {
    const now = settings();
    const { provider, model, baseUrl, timeoutSeconds, inputPrice, outputPrice } = now;
    const address = { provider, model, baseUrl, timeoutMs: timeoutSeconds * 1000, maxOutputTokens: MOST_ANSWER_TOKENS, signal };
    const most = { input: shown.tokens, output: MOST_ANSWER_TOKENS };
    const reservation = spending.reserve(most, costOf(now, most.input, most.output));
    let spent = { input: shown.tokens, output: 0 };
    try {
      const answer = await advisor.ask(question, { ...address, key: variable(now.keyVariable) ?? '' });
      spent = { input: answer.inputTokens ?? shown.tokens, output: answer.outputTokens ?? estimateTokens(answer.text) };
      const usd = inputPrice + outputPrice === 0 ? null : costOf(now, spent.input, spent.output);
      return { ...answer, usd, tokens: spent.input + spent.output };
    } finally {
      reservation.settle(spent, costOf(now, spent.input, spent.output));
    }
  };

  const suggestionOf = async (
    event: ErrorEvent,
    planned: Extract<PlannedEdits, { ok: true }>,
    by: NonNullable<Suggestion['by']>,
  ): Promise<Suggestion | string> => {
    const { excerpt, text, summary, replacement } = planned;
    const { file } = excerpt;
    const language = languageOf(file);
    if (language === null || (await parseSource(language, text)).ok !== true) return 'the edit would not parse';
    const unified = createTwoFilesPatch(`a/${file}`, `b/${file}`, excerpt.text, text, undefined, undefined, { context: 3 });
    if (redactor()(unified) !== unified) return 'the code around holds what looks like a secret';
    const patch = { file, beforeHash: sha256(excerpt.text), afterHash: sha256(text), unified };
    return {
      rule: AI_RULE,
      type: 'GENERAL_ERROR_HANDLING',
      title: { en: summary, ko: summary },
      code: replacement,
      codeLanguage: language === 'python' ? 'python' : 'javascript',
      patch,
      noPatch: null,
      proof: await prover.prove(event, patch, text),
      by,
    };
  };

  const answered = (id: number, status: AiAnswer['status'], rest: Partial<AiAnswer> = {}): AiAnswer => ({
    status,
    group: ledger.group(id),
    suggestion: null,
    reason: null,
    ...rest,
  });

  return {
    question: async (id) => (await prepare(id)).shown,
    async ask(id, { actor, hash }) {
      const prepared = await prepare(id);
      const { shown, event, excerpts } = prepared;
      if (hash !== undefined && hash !== shown.hash)
        throw new AppError('stale-preview', 'What would be sent has changed since it was shown. Nothing was sent; look again.');
      // Once more: another question may have been sent since this one was composed.
      const obstacle = obstacleOf(shown.tokens, excerpts);
      if (obstacle !== null) return answered(id, 'DENIED', { reason: obstacle });
      const { judgement, intent } = beginAct(ports, {
        type: 'annealing.ask-ai',
        target: ledger.group(id).key,
        actor,
        paths: [],
        contentHash: shown.hash,
        risk: 'medium',
        summary: `Send ${shown.text.length} characters about ${ledger.group(id).key} to ${shown.provider} ${shown.model}.`,
        diff: () => shown.text,
      });
      if (intent === null) return answered(id, judgement.verdict === 'ask' ? 'HELD' : 'DENIED', { reason: judgement.reason });
      try {
        const answer = await send(prepared);
        const planned = planEdits(answer.text, excerpts, redactor());
        const by = { model: shown.model, tokens: answer.tokens, usd: answer.usd };
        const suggestion = planned.ok ? await suggestionOf(event, planned, by) : planned.reason;
        audit.outcome(intent, { result: 'done', reasons: [typeof suggestion === 'string' ? suggestion : 'it proposes a patch'] });
        if (typeof suggestion === 'string') return answered(id, 'NO_PROPOSAL', { reason: suggestion });
        ledger.advised(id, suggestion);
        return answered(id, 'PROPOSED', { suggestion });
      } catch (error) {
        audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
        return answered(id, 'NO_ANSWER', { reason: messageOf(error) });
      } finally {
        onChange();
      }
    },
  };
}

/** Files that can be read and have not changed since; the others are not sent. */
async function excerptsOf(workspace: string, event: ErrorEvent): Promise<Excerpt[]> {
  const found = await Promise.all(
    framesToSend(event).map(async (frame) => {
      const source = await readFailingSource(workspace, frame);
      return 'missing' in source || source.stale !== null ? [] : [excerptAround(source.file, source.text, frame.line)];
    }),
  );
  return found.flat();
}
