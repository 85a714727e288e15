import type { ApprovalRequest, ConsensusState } from '../../../shared/model/governance.ts';
import { columns } from './columns.ts';
import { moment } from './moments.ts';
import { printable, printableLines } from './printable.ts';
import type { Voice } from './voice.ts';

/** Characters of the hash that are shown to be typed. */
const TYPED = 8;

/** One line a request. */
export function approvalRows(requests: readonly ApprovalRequest[], { t, paint }: Voice): string[] {
  if (requests.length === 0) return [t('terminal.approvals.none')];
  const rows = requests.map(({ id, state, risk, type, actor, summary, contentHash }) => [
    paint('strong', String(id)),
    t(`terminal.approvals.state.${state}`),
    t(`terminal.approvals.risk.${risk}`),
    contentHash.slice(0, TYPED),
    printable(type),
    printable(actor),
    printable(summary),
  ]);
  return columns(rows, { right: [0] });
}

/** Everything that a person needs to decide, and the commands that do. */
export function approvalLines(
  { request, consensus }: { request: ApprovalRequest; consensus: ConsensusState | null },
  voice: Voice,
): string[] {
  const { t } = voice;
  const facts: [string, string][] = [
    ['request', `${request.id}, ${t(`terminal.approvals.state.${request.state}`)}`],
    ['who', printable(request.actor)],
    ['what', `${printable(request.type)}: ${printable(request.target)}`],
    ['summary', printable(request.summary)],
    ['risk', t(`terminal.approvals.risk.${request.risk}`)],
    ['rule', printable(request.rule)],
    ['until', moment(request.expiresAt)],
    ['hash', request.contentHash],
    ...decided(request),
  ];
  const what = request.diff ?? request.paths.join('\n');
  return [
    ...columns(facts.map(([name, value]) => [t(`terminal.approvals.fact.${name}`), value])),
    ...(what === ''
      ? []
      : [
          '',
          ...printableLines(what)
            .split('\n')
            .map((line) => `  ${line}`),
        ]),
    ...(consensus === null ? [] : ['', ...consensusLines(consensus, voice)]),
    ...(request.state === 'pending' ? ['', ...ways(request, voice)] : []),
  ];
}

const decided = ({ decidedBy, reason }: ApprovalRequest): [string, string][] => [
  ...(decidedBy === null ? [] : [['by', printable(decidedBy)] as [string, string]]),
  ...(reason === null ? [] : [['reason', printable(reason)] as [string, string]]),
];

function ways({ id, contentHash, procedure }: ApprovalRequest, { t, paint, command }: Voice): string[] {
  const way = (words: string[], key: string): string[] => [
    command('approvals', ...words),
    paint('faint', t(`terminal.approvals.way.${key}`)),
  ];
  return columns([
    ...(procedure === 'meta' ? [way(['review', String(id)], 'review')] : []),
    way(['approve', String(id), '--confirm', contentHash.slice(0, TYPED)], 'approve'),
    way(['deny', String(id), '--reason', '…'], 'deny'),
  ]);
}

/** Where the consensus on a change to the constitution stands. */
export const consensusLines = ({ state, reasons, votes }: ConsensusState, { t }: Voice): string[] => [
  `${t('terminal.approvals.consensus')}: ${t(`terminal.approvals.place.${state}`)}`,
  ...reasons.map((reason) => `  ${printable(reason)}`),
  ...votes.map(({ agent, model, verdict, rationale }) => `  ${printable(`${agent} (${model}): ${verdict}. ${rationale}`)}`),
];
