import type { Finding } from '../../../../shared/model/environment.ts';
import type { Requirement } from '../../../kernel/python/index.ts';

/** One thing that a file asks for. */
export interface Wanted {
  /** By PEP 503; null when only its address is known. */
  key: string | null;
  name: string;
  requirement: Requirement | null;
  /** Path or address of an editable or direct installation. */
  location: string | null;
  /** As it is to be handed to the installer: the whole line with its hashes. */
  text: string;
  /** Relative to the workspace. */
  file: string;
  line: number;
}

/** Everything that the requirements of a workspace say, includes followed. */
export interface RequirementSet {
  wanted: readonly Wanted[];
  constraints: readonly Wanted[];
  /** Lines such as `--index-url …`, with the folder that their paths count from. */
  options: readonly { text: string; name: string; value: string | null; folder: string }[];
  /** Of pyproject.toml. */
  requiresPython: { range: string; file: string } | null;
  findings: readonly Finding[];
  /** Absolute. */
  watched: readonly string[];
}
