import type { Finding } from '../../../shared/model/environment.ts';

/** A finding; what is left out is an error without advice. */
export const finding = (
  code: string,
  type: Finding['type'],
  subject: string,
  rest: Partial<Pick<Finding, 'values' | 'severity' | 'advice' | 'command'>> = {},
): Finding => ({ code, type, subject, values: {}, severity: 'ERROR', advice: null, command: null, ...rest });
