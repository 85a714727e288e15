import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  AuditBroken,
  createMetaLog,
  type MetaChange,
  type MetaLog,
} from '../../../../../electron/features/governance/audit-log/index.ts';
import { makeRoom } from './audit-room.ts';

const change: MetaChange = {
  target: '02_AAOS-Immune_system/DNA.md',
  change_type: 'modify',
  description: '첫 줄\n---\n"둘째" \\ # x: y',
  approved_by: 'Canon Guardian (Human)',
  version_change: 'v0.1.0 → v0.2.0',
  authored_by: { agent: 'A', model_id: 'm', organization: 'O' },
  changes: ['- one', 'two: "2"'],
};

function metaRoom(): { path: string; meta: MetaLog } {
  const room = makeRoom();
  const path = join(room.workspace, 'META_AUDIT_LOG.md');
  return { path, meta: createMetaLog({ path, clock: room.clock }) };
}

describe('the meta audit log', () => {
  it('gives back what was written, whatever it contains', () => {
    const { path, meta } = metaRoom();
    meta.append(change);
    const { offset, length } = meta.append({ ...change, target: 'second', note: `${'한 '.repeat(500)}\n\n---\nend ` });
    const entries = meta.read();
    expect(entries.map(({ fields }) => fields)).toEqual([
      { timestamp: '2026-02-15T03:00:00Z', type: 'meta-change', ...change },
      {
        timestamp: '2026-02-15T03:00:00Z',
        type: 'meta-change',
        ...change,
        target: 'second',
        note: `${'한 '.repeat(500)}\n\n---\nend `,
      },
    ]);
    expect(entries[1]).toMatchObject({ offset, length });
    const text = readFileSync(path)
      .subarray(offset, offset + length)
      .toString();
    expect(
      text.startsWith('---\ntimestamp: "2026-02-15T03:00:00Z"\ntype: meta-change\ntarget: "second"\nchange_type: modify\n'),
    ).toBe(true);
    expect(text.endsWith('\n---\n')).toBe(true);
  });

  it('leaves what is there as it is', () => {
    const { path, meta } = metaRoom();
    const old = '# Meta\n\n---\ntimestamp: "2026-01-21T00:00:00Z"\ntype: meta-change\ntarget: "x"\n---';
    writeFileSync(path, old);
    meta.append(change);
    expect(readFileSync(path, 'utf8').startsWith(old)).toBe(true);
    expect(meta.read()).toHaveLength(2);
  });

  it('is not added to when an entry would be swallowed', () => {
    const { path, meta } = metaRoom();
    writeFileSync(path, '# Meta\n---\nnever closed\n');
    expect(() => meta.append(change)).toThrow(AuditBroken);
    expect(readFileSync(path, 'utf8')).toBe('# Meta\n---\nnever closed\n');
  });
});
