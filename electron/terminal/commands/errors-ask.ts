import type { ErrorsFixOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { aiAnswerLines, aiQuestionLines } from '../text/errors-ai.ts';
import type { WithAnnealing } from '../with-annealing.ts';

/** Lets the model of the settings propose a patch; with `--dry-run` it shows exactly what would be sent. 2 while a person must allow it. */
export function errorsAsk(
  { output, voice }: Session,
  id: number,
  { dryRun = false }: ErrorsFixOptions,
  withAnnealing: WithAnnealing,
): Promise<number> {
  return withAnnealing(async (annealing) => {
    if (dryRun) {
      const question = await annealing.aiQuestion(id);
      output.document(question);
      output.lines(aiQuestionLines(question, voice));
      return question.obstacle === null ? EXIT.ok : EXIT.notWell;
    }
    const answer = await annealing.askAi(id, { actor: 'terminal' });
    output.document(answer);
    output.lines(aiAnswerLines(answer, voice));
    if (answer.status === 'HELD') return EXIT.held;
    return answer.status === 'PROPOSED' ? EXIT.ok : EXIT.notWell;
  });
}
