import { InvalidArgumentError } from 'commander';

/** A whole number above 0, as an argument of a command. @throws InvalidArgumentError */
export function positive(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

/** A text that says something. @throws InvalidArgumentError */
export function filled(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It must not be empty.');
}
