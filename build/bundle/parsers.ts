import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PARSERS_FOLDER, PARSER_FILES } from '../../electron/kernel/code/parser-files.ts';

const { resolve } = createRequire(import.meta.url);

interface Emitter {
  emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string;
}

/** Puts copies of the parsers beside the entries, where `parserFile` looks for them. */
export const bundleParsers = (): { name: string; generateBundle(this: Emitter): void } => ({
  name: 'nightguard-parsers',
  generateBundle() {
    for (const [name, file] of Object.entries(PARSER_FILES))
      this.emitFile({ type: 'asset', fileName: `${PARSERS_FOLDER}/${name}.wasm`, source: readFileSync(resolve(file)) });
  },
});
