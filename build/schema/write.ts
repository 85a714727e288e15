import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsJsonSchema } from '../../electron/kernel/settings-file/json-schema.ts';

/** Writes the JSON Schema that editors use for nightguard.yaml. Run it after a change of shared/model/settings.ts. */
writeFileSync(join(import.meta.dirname, 'nightguard.schema.json'), `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
