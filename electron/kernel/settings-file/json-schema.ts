import { z } from 'zod';
import { settingsSchema } from '../../../shared/model/settings.ts';

/** The part of JSON Schema that the settings use. */
export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  minLength?: number;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
}

/** The schema of `nightguard.yaml` for editors (draft 7, which YAML language servers know best). */
export function settingsJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(settingsSchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // zod's `int()` states the limits of a double: no limit that a person should read.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  }) as JsonSchema;
  // An empty section is as good as none: everything in it has a default.
  return { ...schema, title: 'Nightguard settings (nightguard.yaml)' };
}

/** The schema of the value at a path, or undefined where nothing is allowed. Numbers go into lists. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let at: JsonSchema | undefined = schema;
  for (const step of path) at = typeof step === 'number' ? at?.items : at?.properties?.[String(step)];
  return at;
}

/** What a value may be, as the end of a sentence: `a whole number from 0 to 3600`. */
export function allowed(schema: JsonSchema): string {
  if (schema.enum !== undefined) return `one of ${schema.enum.join(', ')}`;
  switch (schema.type) {
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'a whole number' : 'a number'}${range(schema)}`;
    case 'string':
      return (schema.minLength ?? 0) > 0 ? 'a text that is not empty' : 'a text';
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list${(schema.minItems ?? 0) > 0 ? ` of at least ${schema.minItems}` : ''}${schema.items === undefined ? '' : `, each ${allowed(schema.items)}`}`;
    case 'object':
      return `a section with the keys ${Object.keys(schema.properties ?? {}).join(', ')}`;
    case undefined:
    default:
      return 'something else';
  }
}

function range({ minimum, exclusiveMinimum, maximum, type }: JsonSchema): string {
  const least = minimum ?? (type === 'integer' && exclusiveMinimum !== undefined ? exclusiveMinimum + 1 : exclusiveMinimum);
  if (least !== undefined && maximum !== undefined) return ` from ${least} to ${maximum}`;
  if (least !== undefined) return ` of at least ${least}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}
