import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../kernel/errors.ts';
import { judgeCreation } from '../enforcement/index.ts';
import { keyOf } from '../constitution/index.ts';
import { reasonsOf } from '../judgement/index.ts';
import type { VigilPorts } from './ports.ts';
import type { VerdictMemory } from './verdict-memory.ts';

const MOST_REASONS = 8;

/** Judges structures the moment that they appear or their DNA changes. Nothing is ever removed or stopped: it is judged, logged and shown. */
export interface CreationIntercept {
  /** `folders` are absolute. Never throws for their sake. */
  judge(folders: readonly string[]): Promise<void>;
}

export function createCreationIntercept(ports: VigilPorts, memory: VerdictMemory): CreationIntercept {
  const { workspace, settings, clock, log, auditLog, locations, tell, onChange } = ports;
  const judgeOne = async (folder: string): Promise<void> => {
    const places = locations();
    const structure = keyOf(workspace, folder);
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return memory.forget(structure);
    if (!stat.isDirectory()) return;
    const judged = await judgeCreation(folder, places, settings(), clock.now());
    if (!judged.concerned) return memory.forget(structure);
    const { verdict, findings } = judged.judgement;
    const before = memory.take(structure, verdict);
    if (before === verdict) return;
    const file = ['DNA.md', 'DNA_BLUEPRINT.md'].find((name) => existsSync(join(folder, name)));
    const reasons = reasonsOf({ findings, limits: [] }).slice(0, MOST_REASONS);
    auditLog()?.append({
      type: 'auto-enforcement',
      target: file === undefined ? structure : `${structure}/${file}`,
      result: verdict,
      reasons: ['act: structure.judge', before === null ? 'new structure' : `before: ${before}`, ...reasons],
    });
    if (verdict !== 'Non-Canonical') return;
    tell({ tag: `structure-${structure}`, kind: 'structure-refused', values: { structure, summary: reasons[0] ?? '' } });
  };
  return {
    async judge(folders) {
      for (const folder of folders) {
        try {
          await judgeOne(folder);
        } catch (error) {
          log.write('error', 'A new structure could not be judged', { folder, error: messageOf(error) });
        }
      }
      onChange();
    },
  };
}
