import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../../renderer/features/constitution/commands.ts';
import { rankChecks, tallyOf } from '../../../../renderer/features/constitution/structures/self-tally.ts';
import { findNode, moveOf, rowsOf, structuresBelow } from '../../../../renderer/features/constitution/structures/tree-rows.ts';
import { lawTabOf } from '../../../../renderer/features/frame/navigation.ts';
import { snapshot } from '../../../support/fake-panel-main/fixtures.ts';
import { FULL_VIEW } from '../../../support/fake-panel-main/constitution-fixtures.ts';
import { SCENARIOS } from '../../../support/fake-panel-main/scenarios.ts';

const root = FULL_VIEW.tree?.root ?? expect.fail('The fixture has no tree.');
const SWARM = '04_AAOS-Swarm';
const paths = (closed: string[] = []): string[] => rowsOf(root, new Set(closed)).map(({ node }) => node.path);

describe('the tree of structures', () => {
  it('has a line for each structure and folder, and none for a root that is no structure', () => {
    expect(paths()).toHaveLength(7);
    expect(paths()).not.toContain('');
  });

  it('hides what is below a closed branch', () => {
    expect(paths([SWARM])).toHaveLength(4);
  });

  it('shows a root that is a structure itself, with its structures below it', () => {
    const rows = rowsOf({ ...root, result: 'Canonical', file: 'DNA.md' }, new Set());
    expect(rows[0]).toMatchObject({ level: 1, open: true, parent: null });
    expect(rows[1]).toMatchObject({ level: 2, parent: '' });
  });

  it('is walked with the keys of a tree', () => {
    const rows = rowsOf(root, new Set());
    expect(moveOf('End', rows, '01_AAOS-Record_Archive')).toMatchObject({ go: paths().at(-1) });
    expect(moveOf('ArrowRight', rows, SWARM)).toEqual({ go: `${SWARM}/scout` });
    expect(moveOf('ArrowLeft', rows, `${SWARM}/scout`)).toEqual({ go: SWARM });
    expect(moveOf('ArrowLeft', rows, SWARM)).toEqual({ toggle: SWARM });
    expect(moveOf('ArrowRight', rowsOf(root, new Set([SWARM])), SWARM)).toEqual({ toggle: SWARM });
    expect(moveOf('ArrowUp', rows, '01_AAOS-Record_Archive')).toBeNull();
    expect(moveOf('x', rows, SWARM)).toBeNull();
  });

  it('finds a structure by its path, and counts what is below one', () => {
    expect(findNode(root, `${SWARM}/scout`)?.result).toBe('Non-Canonical');
    expect(findNode(root, 'gone')).toBeUndefined();
    expect(structuresBelow(root)).toBe(6);
  });
});

describe('the look at itself', () => {
  it('is led by what is wrong, then by what is not known', () => {
    expect(rankChecks(FULL_VIEW.self).map(({ result }) => result)).toEqual([
      'violated',
      'could-not-check',
      ...Array.from({ length: 4 }, () => 'ok'),
    ]);
    expect(tallyOf(FULL_VIEW.self)).toEqual({ ok: 4, violated: 1, 'could-not-check': 1 });
  });
});

describe('the part that somebody is sent to', () => {
  it('is what waits, then what is wrong with the log', () => {
    expect(lawTabOf(SCENARIOS.constitution())).toBe('approvals');
    expect(lawTabOf(SCENARIOS['broken-log']())).toBe('audit');
    expect(lawTabOf(snapshot())).toBe('structures');
    expect(lawTabOf(null)).toBe('structures');
  });
});

describe('a command to copy', () => {
  it('leaves a plain path as it is, and quotes every other', () => {
    expect(commands.acceptChange('02_AAOS-Immune_system/DNA.md')).toContain(' 02_AAOS-Immune_system/DNA.md --reason ');
    expect(commands.dissolve("a'b; rm -rf ~", 'x')).toContain(String.raw`'a'\''b; rm -rf ~'`);
  });

  it('never lets a path end its own quotes', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const word = commands.judgeBlueprint(path).slice('nightguard judge blueprint '.length);
        const plain = word.replaceAll(String.raw`'\''`, '').replace(/^'[^']*'$/, '');
        expect(plain).toMatch(/^[\p{L}\p{N}_@%+=:,./-]*$/u);
      }),
    );
  });
});
