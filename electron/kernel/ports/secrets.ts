/** A place for keys and tokens that no file of the workspace may hold: the operating system's keychain, or what comes nearest. */
export interface Secrets {
  /** Null when there is none of that name. */
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
}
