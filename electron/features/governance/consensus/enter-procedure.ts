import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { foldName } from '../../../kernel/names.ts';
import type { Question } from '../approvals/use-or-ask.ts';
import { locate } from '../constitution/index.ts';
import { AMEND } from './amendment.ts';
import type { ConsensusProcedure } from './procedure.ts';

/** A change of the constitution that is held enters the procedure by itself, unless it is discussed or decided already. */
export function enterProcedure(consensus: ConsensusProcedure, question: Question): void {
  // Who proposes a document says why, and opens the case.
  if (question.type === AMEND) return;
  const known = consensus.latest(question.contentHash);
  if (known !== null && known.state !== 'rejected' && known.state !== 'stale') return;
  const { paths, contents, contentHash, type, actor, summary } = question;
  consensus.propose({
    target: paths.length === 0 ? question.target : paths.join(', '),
    kind: 'ordinary',
    before: null,
    after: null,
    set: true,
    paths,
    ...(contents === undefined ? {} : { contents }),
    contentHash,
    actType: type,
    description: summary,
    rationale: type.startsWith('update.') ? 'It arrived with an update.' : 'It was asked for.',
    canonReference: '',
    author: { agent: actor, model: '', organization: '' },
  });
}

/** Whether a path is a document whose version must go up when it changes: Canon, doctrines, and every DNA.md. */
export function constitutionDocuments(workspace: string, settings: () => GovernanceSettings): (path: string) => boolean {
  let known: { from: GovernanceSettings; paths: Set<string> } | undefined;
  const documents = (): Set<string> => {
    const from = settings();
    if (known?.from !== from) {
      const { keys } = locate(workspace, from);
      known = { from, paths: new Set([keys.canon, keys.metaDoctrine, keys.immuneDoctrine].map(foldName)) };
    }
    return known.paths;
  };
  return (path) => {
    const folded = foldName(path);
    return folded.slice(folded.lastIndexOf('/') + 1) === 'dna.md' || documents().has(folded);
  };
}
