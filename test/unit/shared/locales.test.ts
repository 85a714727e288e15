import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../shared/model/snapshot.ts';
import { heldReasonSchema, triggerSchema } from '../../../shared/model/updates.ts';
import { en } from '../../../shared/locales/en/index.ts';
import { ko } from '../../../shared/locales/ko/index.ts';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );

const english = new Map(leaves(en));
const korean = new Map(leaves(ko));
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '');
const known = new Set([...english.keys()].map(withoutPlural));
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)[^}]*\}\}|<(\w+)\/>/g)].map((match) => match[1] ?? match[2] ?? '').sort();

const sources = globSync('{renderer,shared/model}/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));
const literals = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/['"`]((?:panel|sentence|held|problem)\.[\w.-]+)['"`]/g)].map((match) => match[1] ?? ''),
  ),
);
const prefixes = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/`((?:panel|sentence|held|problem)\.[^`]*\$\{[^`]*)`/g)].map((match) =>
      (match[1] ?? '').replace(/\$\{[^}]*\}/g, '*'),
    ),
  ),
);
const patterns = [...prefixes].map((prefix) => new RegExp(`^${prefix.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`));

describe('the texts', () => {
  it('have a Korean text for every English one, and none besides', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('use the same values in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(korean.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    expect([...english, ...korean].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are Korean in Korean: no text is left in English but names', () => {
    const spoken = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}|nightguard|\bCore\b|\bEnglish\b|\bCPU\b/gi, '');
    const untranslated = [...korean].filter(([key, text]) => text === english.get(key) && /[a-z]{3}/i.test(spoken(text)));
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it('contain no polite 해요 endings, which the panel does not speak', () => {
    expect([...korean].filter(([, text]) => /(아요|어요|해요|세요|니다)(?=[.\s]|$)/.test(text))).toEqual([]);
  });

  it('exist for every key that the panel names', () => {
    expect(
      [...literals].filter(
        (key) => !known.has(key) && ![...known].some((one) => one.startsWith(`${key}.`)) && !key.endsWith('.'),
      ),
    ).toEqual([]);
  });

  it('exist for every key that the panel composes', () => {
    expect([...prefixes].filter((_prefix, index) => ![...known].some((key) => patterns[index]?.test(key)))).toEqual([]);
  });

  it('hold no panel text that nothing uses', () => {
    const unused = [...known].filter(
      (key) => key.startsWith('panel.') && !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('hold nothing, for whichever door, that nothing uses', () => {
    const code = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { exclude: ['shared/locales/**'] })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set([...code.matchAll(/['"]([\w.-]+)['"]/g)].map((match) => match[1] ?? ''));
    const composed = [...code.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})*)`/g)]
      .map((match) => (match[1] ?? '').split(/\$\{[^}]*\}/))
      // Without a name of its own it could be any key.
      .filter((parts) => parts.some((part) => /\w\./.test(part)))
      .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`));
    const unused = [...known].filter((key) => !named.has(key) && !composed.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  it('have both forms of every English text that is counted', () => {
    const halves = [...known].filter((key) => english.has(`${key}_one`) !== english.has(`${key}_other`));
    expect(halves).toEqual([]);
  });

  it('name every reason, problem and trigger of the model', () => {
    const wanted = [
      ...heldReasonSchema.options.map((reason) => `held.${reason}`),
      ...problemSchema.shape.code.options.map((code) => `problem.${code}`),
      ...triggerSchema.options.map((trigger) => `panel.trigger.${trigger}`),
    ];
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });
});
