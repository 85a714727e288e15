import type { HeldDecision, HeldReason } from '../../../../shared/model/updates.ts';

const BOTH: HeldDecision[] = ['take-source', 'keep-local'];

/**
 * What a person can decide about a held file. Where the content cannot be trusted or written at all,
 * only a change in Core (or in the settings) helps, and no button pretends otherwise.
 */
export function decisionsFor(reason: HeldReason): HeldDecision[] {
  switch (reason) {
    case 'conflict':
    case 'conflict-unknown':
    case 'conflict-deleted-here':
    case 'conflict-deleted-in-core':
    case 'rejected':
    case 'taken-back':
    case 'syntax':
    case 'import-cycle':
    case 'depends-on-held':
      return BOTH;
    case 'protected':
    case 'unsafe-path':
    case 'symlink':
    case 'not-a-file':
    case 'name-collision':
    case 'duplicate-name':
    case 'too-large':
    case 'placeholder':
    case 'unreadable':
    case 'manifest-missing':
    case 'manifest-mismatch':
    case 'unstable':
    case 'brake-files':
    case 'brake-percent':
    case 'source-empty':
    case 'source-shrunk':
    case 'source-marker-missing':
    case 'backwards':
      return [];
  }
}
