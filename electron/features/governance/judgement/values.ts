/** How the original sees values: these four must not drift from it. */

/** Present and not null. */
export const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Present, and neither blank text nor an empty list or map. `false` and 0 are values. */
export function isFilled(value: unknown): boolean {
  if (!isPresent(value)) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value as object).length > 0;
}

/** What is wrong with a list that must hold something, or null. */
export function listProblem(value: unknown): string | null {
  if (!isPresent(value)) return 'Missing required list';
  if (!Array.isArray(value)) return 'Must be a list';
  if (value.length === 0) return 'List is empty';
  return value.every((item) => !isTruthy(item) || (typeof item === 'string' && item.trim() === ''))
    ? 'List contains only empty values'
    : null;
}

/** As Python sees truth: empty lists and maps are false. */
const isTruthy = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : Boolean(value);

/** A number greater than zero. `true` is 1 to the original's language, and so it is here. */
export const isPositive = (value: unknown): boolean => value === true || (typeof value === 'number' && value > 0);

/** All texts in a value with their dotted paths; items of a list share their list's path. */
export function* textsIn(value: unknown, path = ''): Generator<{ key: string; text: string }> {
  if (typeof value === 'string') yield { key: path, text: value };
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, path);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* textsIn(item, path === '' ? name : `${path}.${name}`);
}
