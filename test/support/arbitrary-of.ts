import * as fc from 'fast-check';
import { z } from 'zod';

/** The parts of JSON Schema that zod writes for the values of our contracts. */
interface Shape {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** Values that fit a schema; `strings` and `numbers` are tried wherever one of them fits. @throws Error for a schema that it cannot read */
export function arbitraryOf(schema: z.ZodType, strings: readonly string[], numbers: readonly number[]): fc.Arbitrary<unknown> {
  const text = (shape: Shape): fc.Arbitrary<unknown> => {
    const { minLength = 0, maxLength = 4096, pattern } = shape;
    const fits = (one: string): boolean =>
      one.length >= minLength && one.length <= maxLength && (pattern === undefined || new RegExp(pattern).test(one));
    const any =
      pattern === undefined
        ? fc.string({ minLength, maxLength: Math.min(maxLength, 64), unit: 'binary' })
        : fc.stringMatching(new RegExp(pattern));
    const known = strings.filter(fits);
    return known.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, any);
  };
  const integer = ({ minimum, exclusiveMinimum, maximum }: Shape): fc.Arbitrary<unknown> => {
    const min = minimum ?? (exclusiveMinimum === undefined ? Number.MIN_SAFE_INTEGER : exclusiveMinimum + 1);
    const max = maximum ?? Number.MAX_SAFE_INTEGER;
    const known = numbers.filter((one) => one >= min && one <= max);
    return fc.oneof(fc.constantFrom(min, max, ...known), fc.integer({ min, max }));
  };
  const record = ({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> => {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, of(shape)]));
    return fc.record(fields, { requiredKeys: required });
  };
  const of = (shape: Shape): fc.Arbitrary<unknown> => {
    if ('const' in shape) return fc.constant(shape.const);
    // The one schema of ours that refers to itself is that of any JSON.
    if (shape.$ref !== undefined) return fc.jsonValue({ maxDepth: 3 });
    if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
    const choices = shape.anyOf ?? shape.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map(of));
    switch (shape.type) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'string':
        return text(shape);
      case 'integer':
        return integer(shape);
      case 'number':
        return fc.double({ min: shape.minimum ?? -1e12, max: shape.maximum ?? 1e12, noNaN: true });
      case 'object':
        return record(shape);
      case 'array':
        return fc.array(of(shape.items ?? {}), { minLength: shape.minItems ?? 0, maxLength: Math.min(shape.maxItems ?? 5, 5) });
      case undefined:
      default:
        throw new Error(`No values are known for ${JSON.stringify(shape)}`);
    }
  };
  return of(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
}
