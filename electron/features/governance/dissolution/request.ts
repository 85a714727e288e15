/** To whom the immune system's authority goes. Needed, and taken, only when it dissolves itself. */
export interface Handover {
  /** The Canon guardian or the structure that takes over. */
  successor: string;
  /** Words for the README: that it is dissolved, and where to look. */
  readmeNote: string;
}

/** What a person asks for. */
export interface DissolutionRequest {
  /** Relative to the workspace. */
  structure: string;
  reason: string;
  handover: Handover | null;
}
