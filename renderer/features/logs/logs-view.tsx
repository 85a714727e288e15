import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_LINES, type LogId, type LogQuery, type LogStanding } from '../../../shared/model/logs.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { TimeDialog } from '../../ui/time-dialog.tsx';
import { showOutcome } from '../frame/outcome.ts';
import { LogFilters } from './log-filters.tsx';
import { LogList, type Chosen } from './log-list.tsx';
import { LogTools } from './log-tools.tsx';
import { useLog, type ShownLog } from './use-log.ts';

const MOST_COPIED = 500;
/** The clipboard's channel takes no more. */
const MOST_CHARACTERS = 65_536;

function Sources({
  sources,
  log,
  onChoose,
}: {
  sources: readonly LogStanding[];
  log: LogId;
  onChoose: (log: LogId) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="log-sources" aria-label={t('panel.logs.sources')}>
      {sources.map(({ id, path, state }) => (
        <button
          key={id}
          type="button"
          aria-current={id === log ? 'true' : undefined}
          data-log={id}
          onClick={() => onChoose(id)}
          title={state === 'there' ? (path ?? undefined) : t(`panel.logs.state.${state}`)}
          className={state === 'there' ? undefined : 'without'}
        >
          {t(`panel.logs.name.${id}`)}
          {state === 'there' ? null : <span className="visually-hidden"> · {t(`panel.logs.state.${state}`)}</span>}
        </button>
      ))}
    </nav>
  );
}

/** A slash goes to the search, wherever in the view one is. */
function search(event: KeyboardEvent): void {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>('[data-search]')?.focus();
}

/** Every log, by line, from its beginning to what is being written now. */
export function LogsView(): ReactNode {
  const { t } = useTranslation();
  const workspace = useGuardian(({ snapshot }) => snapshot?.workspace.path ?? '');
  const sources = useQuery('logs:sources', null, { keep: true });
  const [log, setLog] = useState<LogId>('updates');
  const choose = (next: LogId): void => {
    setLog(next);
    sources.reload();
  };
  if (sources.error !== null) return <ErrorState error={sources.error} onRetry={sources.reload} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut of everything in it
    <div className="logs" onKeyDown={search}>
      {sources.value === null ? (
        <Skeleton rows={6} label={t('panel.loading')} />
      ) : (
        <Sources sources={sources.value} log={log} onChoose={choose} />
      )}
      <OneLog key={`${workspace} ${log}`} log={log} />
    </div>
  );
}

function OneLog({ log }: { log: LogId }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const [query, setQuery] = useState<LogQuery>(ALL_LINES);
  const [isLive, setLive] = useState(true);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [jump, setJump] = useState<{ place: number } | null>(null);
  const [asksTime, setAsksTime] = useState(false);
  const settled = useSettled(query);
  const lines = useLog(log, settled, isLive);
  const place = useAct('logs:place');
  const exporting = useAct('logs:export');
  const copying = useAct('app:copy');
  const { view } = lines;
  const problem = view?.problem ?? null;
  const narrow = (next: LogQuery): void => {
    setQuery(next);
    setChosen(null);
  };
  const jumpTo = async (at: number): Promise<void> => {
    setAsksTime(false);
    const found = await place.run({ log, query, at });
    if (found === null) return;
    setLive(false);
    setJump({ place: found });
  };
  /** From a line that was searched for to the lines around it. */
  const open = (at: number): void => {
    const line = lines.at(at);
    if (line === undefined || (settled.text === '' && settled.level === null)) return;
    setLive(false);
    narrow(ALL_LINES);
    setJump({ place: line.number });
  };
  const copy = async (): Promise<void> => {
    if ((await copying.run(textOf(lines, chosen))) === null) return;
  };
  const write = async (): Promise<void> => {
    const done = await exporting.run({ log, query });
    if (done !== null)
      showOutcome({ key: 'panel.logs.exported', values: { count: done.lines }, undo: null, tone: 'good', reason: null });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey) && chosen !== null && getSelection()?.isCollapsed !== false)
      void copy();
  };
  const found = view === null ? ' ' : t('panel.logs.found', { shown: view.shown, count: view.total });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shortcuts of everything in it
    <section className="log" aria-label={t(`panel.logs.name.${log}`)} onKeyDown={keys}>
      <LogFilters value={query} onChange={narrow} problem={problem === null ? null : said(problem)} />
      <LogTools
        found={found}
        isLive={isLive}
        canCopy={chosen !== null}
        onLive={setLive}
        onJump={() => setAsksTime(true)}
        onCopy={() => void copy()}
        onExport={() => void write()}
      />
      {lines.error === null ? null : <ErrorState error={lines.error} />}
      {[place.error, exporting.error, copying.error].map((error) =>
        error === null ? null : <ErrorState key={error.code} error={error} />,
      )}
      {view === null && lines.error === null ? <Skeleton rows={12} label={t('panel.loading')} /> : null}
      {view === null ? null : view.shown === 0 ? (
        <Nothing log={log} state={view.state} detail={said(view.detail)} isNarrowed={view.total > 0} />
      ) : (
        <LogList log={lines} shown={view.shown} isLive={isLive} jump={jump} chosen={chosen} onChoose={setChosen} onOpen={open} />
      )}
      {asksTime ? (
        <TimeDialog
          title={t('panel.logs.jumpTitle')}
          label={t('panel.logs.jumpLabel')}
          action={t('panel.logs.jumpGo')}
          onChoose={(at) => void jumpTo(at)}
          onClose={() => setAsksTime(false)}
        />
      ) : null}
    </section>
  );
}

function Nothing({
  log,
  state,
  detail,
  isNarrowed,
}: {
  log: LogId;
  state: LogStanding['state'];
  detail: string;
  isNarrowed: boolean;
}): ReactNode {
  const { t } = useTranslation();
  if (state === 'unreadable')
    return (
      <EmptyState title={t('panel.logs.unreadable')}>
        <span className="given">{detail}</span>
      </EmptyState>
    );
  return (
    <EmptyState title={t(isNarrowed ? 'panel.logs.noMatch' : 'panel.logs.empty')}>
      {isNarrowed ? null : t(`panel.logs.fills.${log}`)}
    </EmptyState>
  );
}

function textOf(lines: ShownLog, chosen: Chosen | null): string {
  if (chosen === null) return '';
  const [from, to] = [Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to)];
  const texts: string[] = [];
  for (let place = from; place <= to && texts.length < MOST_COPIED; place += 1) texts.push(lines.at(place)?.text ?? '');
  return texts.join('\n').slice(0, MOST_CHARACTERS);
}
