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
