import type { Node, Tree } from 'web-tree-sitter';
import type { ErrorEvent, ErrorFrame, Suggestion } from '../../../../shared/model/annealing.ts';

/** One error as a rule looks at it. */
export interface Examined {
  language: ErrorEvent['language'];
  type: string;
  message: string;
  code: string | null;
  /** The innermost frame of the workspace's own code. */
  frame: ErrorFrame | null;
  /** The innermost frame of all. */
  innermost: ErrorFrame | null;
  frames: readonly ErrorFrame[];
}

/** The code that failed, as it is now. */
export interface FailingCode {
  tree: Tree;
  text: string;
  /** 0-based. */
  row: number;
  /** What the runtime marked on that line, in columns of the file, 0-based; null where it marked nothing. */
  span: { from: number; to: number | null } | null;
  examined: Examined;
}

/** UTF-16 offsets. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The smallest change that helps, or why there is none. */
export type EditPlan = { edits: readonly Edit[] } | { none: string };

export interface Finding {
  type: Suggestion['type'];
  title: Suggestion['title'];
  /** An example, where no edit is possible or wanted. */
  example: string;
  exampleLanguage: Suggestion['codeLanguage'];
  /** Absent: this cause is not mended by a change of the failing code. */
  edit?: (code: FailingCode) => EditPlan;
}

export interface Rule {
  id: string;
  /** Null: it does not apply. Never a guess. */
  examine(error: Examined): Finding | null;
}

export const noEdit = (none: string): EditPlan => ({ none });
export const replaceNode = (node: Node, text: string): EditPlan => ({
  edits: [{ from: node.startIndex, to: node.endIndex, text }],
});

/** An example in Python. */
export const python = (...lines: string[]): Pick<Finding, 'example' | 'exampleLanguage'> => ({
  example: lines.join('\n'),
  exampleLanguage: 'python',
});
/** An example in JavaScript. */
export const javascript = (...lines: string[]): Pick<Finding, 'example' | 'exampleLanguage'> => ({
  example: lines.join('\n'),
  exampleLanguage: 'javascript',
});
