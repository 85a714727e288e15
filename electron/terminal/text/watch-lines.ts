import { newsText } from '../../platform/headless/desktop-news.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { News } from '../../guardian-api.ts';
import { hour } from './moments.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** Something that `watch` tells of: one line for people, one JSON object for programs. */
export type WatchEvent =
  | { event: 'started'; workspace: string; source: string | null }
  | { event: 'watcher'; state: Snapshot['watcher']['state']; detail: string }
  | { event: 'check'; result: NonNullable<Snapshot['lastCheck']>['result'] }
  | { event: 'problem'; code: Snapshot['problems'][number]['code']; detail: string }
  | { event: 'settings'; file: string; line: number; message: string }
  | ({ event: 'news' } & News)
  | { event: 'stopped' };

/** `03:00:12  7 files updated  R-0142 · a.py, b.py`. */
export function watchLine(event: WatchEvent, at: number, voice: Voice): string {
  const [title, more] = textOf(event, voice);
  return `${voice.paint('faint', hour(at))}  ${title}${more === '' ? '' : `  ${voice.paint('faint', printable(more))}`}`;
}

function textOf(event: WatchEvent, { t, paint }: Voice): [title: string, more: string] {
  switch (event.event) {
    case 'started':
      return [t('terminal.watch.started'), `${event.workspace} ← ${event.source ?? t('problem.source-not-set')}`];
    case 'watcher':
      return [t(`terminal.watcher.${event.state}`), event.detail];
    case 'check':
      return [t(`terminal.check.${event.result}`), ''];
    case 'problem':
      return [paint('held', t(`problem.${event.code}`)), event.detail];
    case 'settings':
      return [paint('held', t('problem.settings-invalid')), `${event.file}:${event.line}: ${event.message}`];
    case 'news': {
      const { title, body } = newsText(event, t);
      return [title, body];
    }
    case 'stopped':
      return [t('terminal.watch.stopped'), ''];
  }
}
