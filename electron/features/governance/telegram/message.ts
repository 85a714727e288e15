import type { ApprovalRequest, ConsensusState } from '../../../../shared/model/governance.ts';
import type { Translate } from '../../../../shared/locales/index.ts';
import { UNSEEN } from '../../../../shared/model/unseen.ts';
import { redact } from './redact.ts';

/** One message in both forms: plain is sent when the other is refused. */
export interface MessagePart {
  html: string;
  plain: string;
}

/** Telegram takes 4096 characters; the rest is for the line that says how it ended. */
export const MOST_CHARACTERS = 3700;
/** Nobody reads more in a chat; all of it is shown by the terminal and the approval window. */
const MOST_PARTS = 3;
const MOST_VALUE = 600;
const HASH_SHOWN = 12;

interface Line {
  text: string;
  form: 'fact' | 'diff';
}

/** A request as messages of at most {@link MOST_CHARACTERS} characters; the last one carries the buttons. */
export function messageOf(
  { request, consensus, workspace }: { request: ApprovalRequest; consensus: ConsensusState | null; workspace: string },
  t: Translate,
): MessagePart[] {
  const fact = (key: string, value: string): Line => ({
    form: 'fact',
    text: `${t(`telegram.fact.${key}`)}: ${shortened(redact(printable(value)), MOST_VALUE)}`,
  });
  const head: Line[] = [
    { form: 'fact', text: t('telegram.title', { id: request.id, workspace: printable(workspace) }) },
    fact('who', request.actor),
    fact('what', `${request.type}: ${request.target}`),
    fact('summary', request.summary),
    fact('risk', t(`terminal.approvals.risk.${request.risk}`)),
    fact('rule', request.rule),
    fact('hash', request.contentHash.slice(0, HASH_SHOWN)),
    fact('until', utc(request.expiresAt)),
    ...(consensus === null
      ? []
      : [fact('consensus', [t(`terminal.approvals.place.${consensus.state}`), ...consensus.reasons].join(' '))]),
  ];
  const what = request.diff ?? request.paths.join('\n');
  const diff = redact(printableLines(what))
    .split('\n')
    .map((text): Line => ({ form: 'diff', text }));
  const parts = partsOf(what === '' ? head : [...head, ...diff]);
  if (parts.length <= MOST_PARTS) return parts;
  const more = t('telegram.more', { id: request.id });
  const last = parts[MOST_PARTS - 1];
  return [
    ...parts.slice(0, MOST_PARTS - 1),
    ...(last === undefined ? [] : [{ html: `${last.html}\n${escaped(more)}`, plain: `${last.plain}\n${more}` }]),
  ];
}

/** The last message again, when it is decided. */
export function endedMessage(parts: readonly MessagePart[], ending: string): MessagePart {
  const last = parts.at(-1) ?? { html: '', plain: '' };
  const line = shortened(redact(printable(ending)), MOST_VALUE / 2);
  return { html: `${last.html}\n\n<b>${escaped(line)}</b>`, plain: `${last.plain}\n\n${line}` };
}

function partsOf(lines: readonly Line[]): MessagePart[] {
  const groups: Line[][] = [[]];
  let length = 0;
  for (const line of lines.flatMap(pieces)) {
    if (length + line.text.length + 1 > MOST_CHARACTERS) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(line);
    length += line.text.length + 1;
  }
  return groups.map((group) => ({ html: htmlOf(group), plain: group.map(({ text }) => text).join('\n') }));
}

/** A line that is longer than a message, cut; never through the middle of a character. */
function pieces({ text, form }: Line): Line[] {
  const cut: Line[] = [];
  let rest = text;
  while (rest.length >= MOST_CHARACTERS) {
    const head = shortenedTo(rest, MOST_CHARACTERS - 1);
    cut.push({ form, text: head });
    rest = rest.slice(head.length);
  }
  return [...cut, { form, text: rest }];
}

function htmlOf(lines: readonly Line[]): string {
  const facts = lines.filter(({ form }) => form === 'fact').map(({ text }) => escaped(text));
  const diff = lines.filter(({ form }) => form === 'diff').map(({ text }) => escaped(text));
  return [...facts, ...(diff.length === 0 ? [] : [`<pre>${diff.join('\n')}</pre>`])].join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const printable = (text: string): string => text.replaceAll(UNSEEN, ' ').trim();
const printableLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', '  ').replaceAll(UNSEEN, '\uFFFD'))
    .join('\n');
const shortenedTo = (text: string, most: number): string =>
  text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most);
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${shortenedTo(text, most - 1)}…`);
const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
