import type { Ecosystem } from '../../../../shared/model/security.ts';
import type { SecuritySettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { InstalledPackage } from '../inventory/package.ts';
import type { Ask } from '../web/ask.ts';

/** What a look at an ecosystem stands on. */
export interface LookContext {
  workspace: string;
  settings: SecuritySettings;
  /** Only vulnerable packages are upgraded. */
  securityOnly: boolean;
  clock: Clock;
  ask: Ask;
  tools: ToolRunner;
  runProcess: ProcessRunner;
  /** For files that programs read; absolute. */
  scratch: string;
  /** Whether this version was tried with exactly these packages, and nothing else has changed since. */
  isRefused: (ecosystem: Ecosystem, key: string, version: string, installed: readonly InstalledPackage[]) => boolean;
  signal: AbortSignal;
}
