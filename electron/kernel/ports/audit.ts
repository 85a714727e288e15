/** An act that changes something, as it is judged before and recorded after. */
export interface Act {
  /** e.g. `update.apply`, `rollback.apply`, `archive.prune`, `settings.change`. */
  type: string;
  /** What is touched, for people: a release id or a path. */
  target: string;
  /** Who asks: `nightguard` by itself, or a person through `panel`, `tray`, `terminal`. */
  actor: string;
  /** Paths that the act writes, relative to the workspace. */
  paths: readonly string[];
  notes?: string;
  /** SHA-256 in hex of exactly what will be done: the new contents, the list of files with their hashes. */
  contentHash?: string;
  risk?: 'low' | 'medium' | 'high';
  /** One sentence for the person who decides. */
  summary?: string;
  /** What will be done, for the person who decides: a unified diff, a summary. Called only when one is asked. */
  diff?: () => string;
  /** The texts of one of `paths` before and after (null: no file); null when they are no text, or not what the hashes say. */
  contents?: (path: string) => { before: string | null; after: string | null } | null;
}

export type ActResult = { result: 'done' | 'taken-back' | 'failed' | 'refused'; reasons: readonly string[] };

/** Record of what is about to be done and what came of it. Intent is durable before the act begins. */
export interface Audit {
  /** Returns the intent's number, to be closed by `outcome`. */
  intent(act: Act): number;
  outcome(intent: number, result: ActResult): void;
}
