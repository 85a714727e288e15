/** Options of `init`, as commander hands them over. */
export interface InitOptions {
  source?: string;
}

/** Options of `check`; commander turns `--no-install` into false. */
export interface CheckOptions {
  install: boolean;
}

/** Options of `update`. */
export interface UpdateOptions {
  dryRun?: boolean;
  history?: boolean;
  yes?: boolean;
}

/** Options of `rollback`. */
export interface RollbackOptions {
  file?: string;
  to?: string;
  dryRun?: boolean;
  changed?: 'keep' | 'overwrite';
}

/** Options of `archive list`. */
export interface ListOptions {
  limit: number;
}

/** Options of `archive prune`. */
export interface PruneOptions {
  dryRun?: boolean;
  yes?: boolean;
}

/** Options of `judge blueprint` and `judge permission`. */
export interface JudgeOptions {
  strict?: boolean;
  as?: string;
  markdown?: boolean;
  record?: boolean;
}

/** Options of `approvals list`. */
export interface ApprovalsListOptions extends ListOptions {
  all?: boolean;
}

/** Options of `approvals review`. */
export interface ReviewOptions {
  agent: string;
  model: string;
  organization: string;
  verdict: 'approve' | 'reject' | 'revise';
  rationale: string;
}

/** Options of `run`. */
export interface RunOptions {
  retries: number;
}

/** Options of `errors list`. */
export interface ErrorsListOptions extends ListOptions {
  all?: boolean;
}

/** Options of `errors fix`. */
export interface ErrorsFixOptions {
  dryRun?: boolean;
}

/** Options of `security`. */
export interface SecurityOptions {
  force?: boolean;
  /** False with `--no-auto-update`. */
  autoUpdate: boolean;
  checkOnly?: boolean;
}

/** Options of `security rollback`. */
export interface SecurityRollbackOptions {
  yes?: boolean;
}
