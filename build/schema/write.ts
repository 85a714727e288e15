import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../../electron/features/loopback/index.ts';
import { settingsJsonSchema } from '../../electron/kernel/settings-file/json-schema.ts';
import { settingsReference } from '../../electron/kernel/settings-file/settings-reference.ts';
import { version } from '../../electron/kernel/version.ts';

const write = (name: string, value: unknown): void =>
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(value, null, 2)}\n`);

const page = (name: string, text: string): void =>
  writeFileSync(join(import.meta.dirname, '../../electron/features/settings', name), text);

/** Writes what is generated from schemas: that of nightguard.yaml for editors, its reference for people, and the description of the loopback interface. */
write('nightguard.schema.json', settingsJsonSchema());
write('loopback.openapi.json', openApi(version()));
page('REFERENCE.md', settingsReference('en'));
page('REFERENCE.ko.md', settingsReference('ko'));
