import { styleText } from 'node:util';
import type { CliHost } from './host.ts';
import type { Paint, Tone } from './text/voice.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Record<Tone, Style> = {
  plain: 'none',
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  new: 'green',
  changed: 'cyan',
  removed: 'red',
  held: 'yellow',
  harm: ['bold', 'red'],
};

/** Colours for one stream; none where it is no terminal or NO_COLOR is set, unless FORCE_COLOR says so. */
export const createPaint =
  (stream: CliHost['stdout']): Paint =>
  (tone, text) =>
    tone === 'plain' ? text : styleText(STYLES[tone], text, { stream });
