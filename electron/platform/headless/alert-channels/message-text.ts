import type { Translate } from '../../../../shared/locales/index.ts';
import type { Alert, AlertMessage } from '../../../../shared/model/alerts.ts';

/** A message in words: one title, one line a cause. */
export interface MessageText {
  title: string;
  lines: string[];
}

/** More causes than this are counted. */
const SHOWN = 10;

/** What a message says, worst first. Titles and details are redacted where causes are raised. */
export function messageText(
  { kind, severity, begun, ongoing, gone }: AlertMessage,
  workspace: string,
  t: Translate,
): MessageText {
  const open = [...begun, ...ongoing];
  const lines = [
    ...open.map((alert) => `${t(`alerts.severity.${alert.severity}`)} · ${described(alert, t)}`),
    ...gone.map((alert) => `${t('alerts.gone')} · ${alert.title}`),
  ];
  const hidden = lines.length - SHOWN;
  const [first] = open.length > 0 ? open : gone;
  const one = lines.length === 1 && first !== undefined ? first.title : t('alerts.many', { count: lines.length });
  return {
    title: `${workspace} · ${t(`alerts.kind.${kind}`, { severity: t(`alerts.severity.${severity}`) })}: ${one}`,
    lines: hidden > 0 ? [...lines.slice(0, SHOWN), t('alerts.more', { count: hidden })] : lines,
  };
}

function described({ title, detail, open }: Alert, t: Translate): string {
  const count = open > 1 ? ` (${t('alerts.items', { count: open })})` : '';
  return detail === '' ? `${title}${count}` : `${title}${count} – ${detail}`;
}
