import { useCallback, useEffect, useRef, useState } from 'react';
import type { SettingsFile, Written } from '../../../shared/model/settings-file.ts';
import type { PlainValue, SettingEdit, SettingPath } from '../../../shared/model/settings-form.ts';
import { asApiError, call, type ApiError } from '../../api/index.ts';
import { NO_HISTORY, redone, stepTo, undone, type Draft, type DraftHistory } from './draft-history.ts';

/** One change of the form on its way into the text. */
interface Waiting {
  edit: SettingEdit;
  by: string;
}

/** The one text that form and text field edit, with its steps. */
export interface SettingsDraft {
  draft: Draft;
  isEdited: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Values of the form that are not in the text yet, by path. */
  onTheWay: ReadonlyMap<string, PlainValue | undefined>;
  error: ApiError | null;
  /** Takes over a text that was typed or put back. */
  type: (text: string, hash?: string) => void;
  edit: (path: SettingPath, value: PlainValue | undefined) => void;
  undo: () => void;
  redo: () => void;
  /** Lets go of the draft, and of the steps to it. */
  discard: () => void;
}

const keyOf = (path: SettingPath): string => JSON.stringify(path);

const editOf = (path: SettingPath, value: PlainValue | undefined): SettingEdit => ({
  path,
  change: value === undefined ? { kind: 'remove' } : { kind: 'set', value },
});

/** Holds the draft. Changes of fields go into the text one after the other, each into the text that the one before made. */
export function useSettingsDraft(file: Pick<SettingsFile, 'text' | 'hash'>): SettingsDraft {
  const [history, setHistory] = useState<DraftHistory>(NO_HISTORY);
  const [onTheWay, setOnTheWay] = useState<ReadonlyMap<string, PlainValue | undefined>>(new Map());
  const [error, setError] = useState<ApiError | null>(null);
  const saved: Draft = { text: file.text, hash: file.hash };
  // The queue lives across renderings: it must see the newest text, not that of the rendering that began it.
  const newest = useRef({ history, saved });
  const { text: savedText, hash: savedHash } = file;
  useEffect(() => {
    newest.current.saved = { text: savedText, hash: savedHash };
  }, [savedText, savedHash]);
  const queue = useRef<Waiting[]>([]);
  const runs = useRef(false);

  const put = useCallback((next: DraftHistory) => {
    newest.current.history = next;
    setHistory(next);
  }, []);
  const current = useCallback((): Draft => newest.current.history.now ?? newest.current.saved, []);

  const run = useCallback(async () => {
    if (runs.current) return;
    runs.current = true;
    for (let next = queue.current[0]; next !== undefined; next = queue.current[0]) {
      const from = current();
      try {
        const edited: { text: string; written: Written } = await call('settings:edit', { text: from.text, edit: next.edit });
        // Typed into the text meanwhile: the change goes into what stands there now.
        if (current().text !== from.text) continue;
        put(stepTo(newest.current.history, { ...edited, hash: from.hash }, next.by));
        setError(null);
      } catch (cause) {
        setError(asApiError(cause));
      }
      const { by } = next;
      queue.current = queue.current.filter((one) => one !== next);
      if (!queue.current.some((one) => one.by === by)) setOnTheWay((known) => without(known, by));
    }
    runs.current = false;
  }, [put, current]);

  const edit = useCallback(
    (path: SettingPath, value: PlainValue | undefined) => {
      const by = keyOf(path);
      // Each removal from a list counts, though it names the same place as the one before.
      const isTaken = typeof path.at(-1) === 'number' && value === undefined;
      // Of what is typed into one field only the newest counts; the first of the queue is on its way already.
      queue.current = queue.current.filter((one, index) => index === 0 || isTaken || one.by !== by);
      queue.current.push({ edit: editOf(path, value), by });
      if (!isTaken) setOnTheWay((known) => new Map(known).set(by, value));
      void run();
    },
    [run],
  );

  return {
    draft: history.now ?? saved,
    isEdited: history.now !== null && history.now.text !== file.text,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    onTheWay,
    error,
    type: useCallback(
      (text: string, hash?: string) => put(stepTo(newest.current.history, { text, hash: hash ?? current().hash }, 'text')),
      [put, current],
    ),
    edit,
    undo: useCallback(() => put(undone(newest.current.history)), [put]),
    redo: useCallback(() => put(redone(newest.current.history)), [put]),
    discard: useCallback(() => {
      put(NO_HISTORY);
      setError(null);
    }, [put]),
  };
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
