import { describe, expect, test } from 'vitest';
import { sayings } from '../../../shared/locales/ko/sayings.ts';
import { saying } from '../../../shared/locales/sayings.ts';
import { allTextsOf, sentencesOf } from '../../support/sentences.ts';

const placesOf = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('sentences of the guardian in Korean', () => {
  test('a sentence is said with its values', () => {
    expect(saying('ko', 'imports libs/hub.py, which is held')).toBe('보류된 libs/hub.py을(를) 가져옴');
    expect(saying('en', 'imports libs/hub.py, which is held')).toBe('imports libs/hub.py, which is held');
  });

  test('a sentence within a sentence is said too', () => {
    expect(saying('ko', 'The comparison failed: could not be read')).toBe('비교 실패: 읽지 못함');
  });

  test('the most particular sentence counts', () => {
    expect(saying('ko', 'a.py could not be read: EIO. Nothing was changed.')).toBe('a.py을(를) 읽지 못함: EIO. 변경하지 않음.');
  });

  test('words of other programs stay as they are', () => {
    expect(saying('ko', "KeyError: 'views' __proto__")).toBe("KeyError: 'views' __proto__");
    expect(saying('ko', '')).toBe('');
    expect(saying('ko', 'constructor')).toBe('constructor');
  });

  test('an endless text is not searched for ever', () => {
    const long = `${'a could not be read: '.repeat(20_000)}b`;
    expect(saying('ko', long)).toContain('b');
  });

  test('every sentence is there, and none that nobody says', () => {
    const spoken = sentencesOf('electron/**/*.ts');
    expect([...spoken].filter((sentence) => !Object.hasOwn(sayings, sentence))).toEqual([]);
    const anywhere = allTextsOf('{electron,shared/model}/**/*.ts');
    expect(Object.keys(sayings).filter((sentence) => !anywhere.has(sentence))).toEqual([]);
  });

  test('no value is lost or made up', () => {
    for (const [source, target] of Object.entries(sayings))
      expect([source, placesOf(target)]).toEqual([source, placesOf(source)]);
  });
});
