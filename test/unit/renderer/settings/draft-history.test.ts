import { expect, test } from 'vitest';
import { NO_HISTORY, redone, stepTo, undone, type DraftHistory } from '../../../../renderer/features/settings/draft-history.ts';

const step = (history: DraftHistory, text: string, by: string): DraftHistory => stepTo(history, { text, hash: 'h' }, by);

test('steps go back one by one to the file as it is, and forward again', () => {
  const two = step(step(NO_HISTORY, 'a', 'one'), 'b', 'two');
  expect(undone(two).now?.text).toBe('a');
  expect(undone(undone(two)).now).toBeNull();
  expect(undone(undone(undone(two))).now).toBeNull();
  expect(redone(undone(two)).now?.text).toBe('b');
  expect(redone(two)).toBe(two);
});

test('what is typed into one field in a row is one step', () => {
  const typed = ['1', '12', '123'].reduce((history, text) => step(history, text, 'port'), NO_HISTORY);
  expect(undone(typed).now).toBeNull();
  expect(undone(step(typed, 'x', 'other')).now?.text).toBe('123');
});

test('after a step back the same field begins a new step, and what was ahead is gone', () => {
  const back = undone(step(step(NO_HISTORY, 'a', 'one'), 'b', 'two'));
  const anew = step(back, 'c', 'two');
  expect(redone(anew).now?.text).toBe('c');
  expect(undone(anew).now?.text).toBe('a');
});
