import { userInfo } from 'node:os';
import { AppError } from '../kernel/errors.ts';

/** The name of the operating system's user, who decides in the approval window. @throws AppError `denied` when the system names nobody */
export function personAtTheMachine(): string {
  try {
    return userInfo().username;
  } catch (error) {
    throw new AppError('denied', 'The operating system does not say who you are: nothing can be decided here.', { cause: error });
  }
}
