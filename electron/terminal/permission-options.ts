import { InvalidArgumentError, Option, type Command } from 'commander';

/** Options of `judge permission` that answer a request instead of judging a file. */
export interface PermissionOptions {
  request?: string;
  /** Seconds. */
  wait?: number;
}

/** Adds them to the command. */
export function addPermissionRequest(command: Command, t: (key: string) => string): void {
  command
    .addOption(new Option('--request <FILE>', t('permissionRequest')).conflicts(['strict', 'as', 'markdown']))
    .option('--wait <SECONDS>', t('permissionWait'), seconds);
}

function seconds(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of seconds.');
}
