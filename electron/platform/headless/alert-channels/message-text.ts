import type { Translate } from '../../../../shared/locales/index.ts';
import type { Alert, AlertMessage, LastNight } from '../../../../shared/model/alerts.ts';
import { nightLines } from '../../../../shared/model/last-night.ts';

/** A message in words: one title, one line a cause. */
export interface MessageText {
  title: string;
  lines: string[];
}

/** More causes than this are counted. */
const SHOWN = 10;

/** What a message says: the night first where it tells of one, then causes, worst first. Texts are redacted where causes are raised. */
export function messageText(message: AlertMessage, workspace: string, t: Translate): MessageText {
  const { kind, severity, begun, ongoing, gone, night } = message;
  if (kind === 'test') return { title: `${workspace} · ${t('alerts.kind.test')}`, lines: [t('alerts.test')] };
  const open = [...begun, ...ongoing];
  const lines = [
    ...open.map((alert) => `${t(`alerts.severity.${alert.severity}`)} · ${described(alert, t)}`),
    ...gone.map((alert) => `${t('alerts.gone')} · ${alert.title}`),
  ];
  const told = night === undefined ? [] : nightText(night, t);
  const hidden = lines.length - SHOWN;
  const [first] = open.length > 0 ? open : gone;
  const one = lines.length === 1 && first !== undefined ? first.title : t('alerts.many', { count: lines.length });
  return {
    title: `${workspace} · ${t(`alerts.kind.${kind}`, { severity: t(`alerts.severity.${severity}`) })}: ${told[0] ?? one}`,
    lines: [...told, ...(hidden > 0 ? [...lines.slice(0, SHOWN), t('alerts.more', { count: hidden })] : lines)],
  };
}

/** The morning report, five lines at most. */
export function nightText(night: LastNight, t: Translate): string[] {
  return nightLines(night, clock).map(({ phrases }) =>
    phrases.map(({ key, values, names }) => (names === '' ? t(key, values) : `${t(key, values)} (${names})`)).join(' · '),
  );
}

/** Local hours and minutes. */
function clock(at: number): string {
  const day = new Date(at);
  return `${String(day.getHours()).padStart(2, '0')}:${String(day.getMinutes()).padStart(2, '0')}`;
}

function described({ title, detail, open }: Alert, t: Translate): string {
  const count = open > 1 ? ` (${t('alerts.items', { count: open })})` : '';
  return detail === '' ? `${title}${count}` : `${title}${count} – ${detail}`;
}
