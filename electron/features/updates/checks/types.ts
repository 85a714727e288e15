import type { CodeLanguage, ImportRef, Inspection } from '../../../kernel/code/index.ts';

/** One file of a set that is about to be applied. */
export interface StagedFile {
  /** NFC, POSIX separators: the identity of the file. */
  key: string;
  /** null for files that are not parsed. */
  language: CodeLanguage | null;
  /** null: the file is to be removed. */
  newText: string | null;
  /** null: the file is not there yet. */
  oldText: string | null;
}

/** Import lists by content: what a text imports never changes. */
export interface ImportsCache {
  get(hash: string, language: CodeLanguage): readonly ImportRef[] | undefined;
  set(hash: string, language: CodeLanguage, imports: readonly ImportRef[]): void;
}

export interface CheckRequest {
  files: readonly StagedFile[];
  /** Files of the same survey that are held for other reasons (conflict, too large, …): what imports them waits with them. */
  held?: readonly string[];
  /** The text of a file of the workspace as it is now, or null when it is not there or cannot be read. */
  readWorkspace: (key: string) => Promise<string | null>;
  /** Whether a file is in the workspace now. Asked once for each key. */
  exists: (key: string) => boolean;
  importsCache: ImportsCache;
  /** SHA-256 (hex) of a file of the workspace where it is known already: then a file in the cache need not be read. */
  hashOf?: (key: string) => string | null;
}

export interface CheckFinding {
  reason: 'syntax' | 'import-cycle' | 'depends-on-held';
  /** For people: line and what was found, the circle, or the file that is waited for. */
  detail: string;
}

export interface CheckReport {
  /** Files that must not be applied now, by key. */
  held: Map<string, CheckFinding>;
  /** Files that could not be checked (too large), with the reason. They are not held: the caller decides. */
  unchecked: Map<string, string>;
}

/** A text to be looked at; `hash` comes back as the SHA-256 of its UTF-8 bytes. */
export interface AnalyseTask {
  language: CodeLanguage;
  text: string;
  /** Only the imports are wanted: much cheaper for Python. */
  importsOnly?: boolean;
  /** The text that this one replaces: then only what is new may be parsed. */
  oldText?: string;
}

/** `old`: what the replaced text imports, where that came for free. */
export type Analysis = Inspection & { hash: string; old?: { hash: string; imports: readonly ImportRef[] } };

/** Looks at texts, in this thread or in others; answers in the order of the tasks. */
export type Analyse = (tasks: readonly AnalyseTask[]) => Promise<Analysis[]>;
