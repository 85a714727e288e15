import type { ToolResult } from '../../../../kernel/ports/tool-runner.ts';

const LOGIN = /(\/\/)[^/@\s]+@/g;
/** Characters. */
const MOST = 600;

/** Takes passwords out of the addresses in what a program said. */
export const withoutLogins = (text: string): string => text.replaceAll(LOGIN, '$1…@');

/** The end of what a program said. The whole of it is masked first: a cut through an address would leave a password without its mark. */
export const tailOf = ({ stderr, stdout }: Pick<ToolResult, 'stderr' | 'stdout'>): string =>
  withoutLogins(stderr.trim() || stdout.trim()).slice(-MOST);
