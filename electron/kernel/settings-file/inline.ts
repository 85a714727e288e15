import { stringify } from 'yaml';

/** A value on one line, as YAML: lists and sections in brackets. */
export const inline = (value: unknown): string =>
  stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
    defaultStringType: 'PLAIN',
    singleQuote: false,
  }).trimEnd();

/** A list of groups reads better in lines of its own than in brackets. */
export const wantsBlock = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);

/** `key: value` with the indentation of the key, on one line or on several. */
export function keyed(key: string, value: unknown, indent: string, eol: string): string {
  if (!wantsBlock(value)) return `${indent}${inline(key)}: ${inline(value)}${eol}`;
  return `${indent}${inline(key)}:${eol}${(value as unknown[]).map((item) => blockItem(item, `${indent}  `, eol)).join('')}`;
}

/** An item of a list with its dash: a group has a line for each of its keys. */
export function blockItem(value: unknown, indent: string, eol: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0)
    return `${indent}- ${inline(value)}${eol}`;
  return Object.entries(value)
    .map(([key, item], index) => `${indent}${index === 0 ? '- ' : '  '}${inline(key)}: ${inline(item)}${eol}`)
    .join('');
}
