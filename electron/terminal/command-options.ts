/** Options of `init`, as commander hands them over. */
export interface InitOptions {
  source?: string;
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
