/**
 * `npm run package`: packages the application as far as this machine can, and says what it left out and why.
 *   --dir             only the unpacked folder
 *   --test-electron   with the Electron of this checkout, for trying and testing; the result is marked and must not be given to anybody
 *   --out DIR         instead of dist/
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../runtime/build.mjs';
import { ROOT } from '../runtime/paths.mjs';
import { chooseElectron } from './choose-electron.ts';
import { planPackages } from './plan.ts';
import { packFolder, packWithBuilder, type Packing } from './run-builder.ts';
import { signingNotices } from './signing.ts';
import { feedNotices } from './update-feed.ts';
import { makePackages } from './make-packages.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      'test-electron': { type: 'boolean', default: false },
      out: { type: 'string', default: join(ROOT, 'dist') },
    },
  });
  const electron = await chooseElectron(values['test-electron']);
  const out = join(resolve(values.out), ...(electron.isForTests ? ['test-only'] : []));
  const packing: Packing = { electron, out };
  const plan = planPackages({ platform: process.platform, onlyFolder: values.dir, isForTests: electron.isForTests });
  mkdirSync(out, { recursive: true });
  say('Building');
  if ((await build()) !== 0) return 1;
  for (const notice of [...signingNotices(process.platform, process.env), ...feedNotices(process.env)]) say(notice);
  say(`Packing with Electron ${electron.version}${electron.isForTests ? ', which is no official one: FOR TESTS ONLY' : ''}`);
  const code = plan.builder === null ? await packFolder(packing) : await packWithBuilder(packing, plan.builder);
  if (code !== 0) return code;
  const files = await makePackages(packing, plan.own, say);
  for (const file of files)
    say(`Made ${file}${existsSync(file) && statSync(file).isFile() ? `, ${megabytes(statSync(file).size)} MB` : ''}`);
  for (const { what, why } of plan.skipped) say(`Skipped ${what}: ${why}`);
  if (electron.isForTests) say('FOR TESTS ONLY: it holds an Electron that nobody has verified. Do not give it to anybody.');
  return 0;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const say = (text: string): void => console.log(text);

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
