import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApprovals } from '../../../../../electron/features/governance/approvals/index.ts';
import { createConsensus } from '../../../../../electron/features/governance/consensus/index.ts';
import { governanceMigrations } from '../../../../../electron/features/governance/governance-schema.ts';
import { createPolicyGate } from '../../../../../electron/features/governance/policy/index.ts';
import { beginAct } from '../../../../../electron/kernel/begin-act.ts';
import { createActRecord } from '../../../../../electron/kernel/act-record.ts';
import { openDatabase } from '../../../../../electron/kernel/database.ts';
import { AppError } from '../../../../../electron/kernel/errors.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import { createRoom, person, type Room } from '../support/room.ts';

const MINUTE = 60_000;
const contents = ['a', 'b'].map(sha256);
const MIGRATIONS = [...kernelMigrations, ...governanceMigrations];

let room: Room;
let doors: ReturnType<typeof openDoor>[];
beforeEach(() => {
  room = createRoom();
  doors = [openDoor(), openDoor()];
});
afterEach(() => {
  for (const { database } of doors) database.close();
  room.dispose();
});

/** What another process has: a connection of its own to the same database, and everything on it. */
function openDoor() {
  const database = openDatabase(room.database.path, MIGRATIONS);
  const { clock, settings } = room;
  const consensus = createConsensus({ database, clock, settings: () => settings.consensus, record: () => undefined });
  const approvals = createApprovals({
    database,
    clock,
    validMs: () => settings.approvals.validMinutes * MINUTE,
    hasConsensus: (hash) => consensus.isAccepted(hash),
  });
  const gate = createPolicyGate({
    workspace: room.workspace,
    settings: () => settings,
    approvals,
    constituted: { state: () => 'here' },
    clock,
  });
  return { database, consensus, approvals, gate, audit: createActRecord(database, clock) };
}

const refused = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
  }
};

const door = fc.constantFrom(0 as const, 1 as const);
const content = fc.constantFrom(...contents);
const begin = fc.record({ do: fc.constant('begin' as const), door, content, fails: fc.nat(3).map((n) => n === 0) });
const step = fc.oneof(
  { weight: 6, arbitrary: begin },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('approve' as const), door, content }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deny' as const), door, content }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const), door }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: -10, max: 70 }) }) },
);

test('through two connections no approval is used twice, after its time, or for other content', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), (steps) => {
      room.database.run('DELETE FROM approval_requests');
      room.clock.at += 100 * 24 * 60 * MINUTE;
      const granted = new Map<string, number>();
      for (const one of steps) {
        if (one.do === 'wait') {
          room.clock.at += one.minutes * MINUTE;
          continue;
        }
        const { gate, approvals, database, audit } = doors[one.door] ?? openDoor();
        if (one.do === 'expire') approvals.expire();
        else if (one.do === 'begin') {
          const act = {
            type: 'annealing.apply-patch',
            target: 'a.py',
            actor: 'nightguard (watch)',
            paths: ['a.py'],
            contentHash: one.content,
          };
          let begun = false;
          try {
            begun = beginAct({ database, gate, audit }, act, () => {
              if (one.fails) throw new Error('power cut');
            }).intent !== null; // prettier-ignore
          } catch {
            // The act did not begin: its approval must still be good.
            continue;
          }
          if (!begun) continue;
          const at = granted.get(one.content);
          expect(at).toBeDefined();
          expect(room.clock.at).toBeGreaterThanOrEqual(at ?? Infinity);
          expect(room.clock.at).toBeLessThan((at ?? 0) + 60 * MINUTE);
          granted.delete(one.content);
        } else {
          const waiting = approvals.pending().find(({ contentHash }) => contentHash === one.content);
          if (waiting === undefined) continue;
          if (one.do === 'deny') approvals.deny(waiting.id, person, 'no');
          else {
            approvals.approve(waiting.id, person, one.content);
            granted.set(one.content, room.clock.at);
          }
        }
      }
    }),
    { numRuns: 120 },
  );
});

const MODELS = ['claude-opus-4-6', 'claude-sonnet-4', 'gpt-5.2', 'codex-1', 'model-x'] as const;
const HOUSES = ['Anthropic', 'OpenAI', 'Somebody'] as const;
const vote = fc.record({
  do: fc.constant('vote' as const),
  door,
  content,
  agent: fc.constantFrom('A', 'B', 'C'),
  model: fc.constantFrom(...MODELS),
  organization: fc.constantFrom(...HOUSES),
  verdict: fc.constantFrom('approve' as const, 'approve' as const, 'reject' as const),
});
const decision = fc.record({ do: fc.constant('decide' as const), door, content });
const familyOf = (model: string): string | null => (/claude/.test(model) ? 'claude' : /gpt|codex/.test(model) ? 'gpt' : null);

test('votes of one family never count twice, and none counts for content that it was not given on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: vote }, { weight: 1, arbitrary: decision }), { maxLength: 25 }),
      (steps) => {
        for (const table of ['consensus_persons', 'consensus_votes', 'consensus_cases'])
          room.database.run(`DELETE FROM ${table}`);
        const said = new Map<string, Map<string, { model: string; verdict: string }>>();
        for (const one of steps) {
          const { consensus } = doors[one.door] ?? openDoor();
          room.clock.at += 1000;
          const { id } = consensus.propose({
          target: 'DNA.md', kind: 'ordinary', before: null, after: null, set: true, contentHash: one.content, description: 'd',
          rationale: 'r', canonReference: '', author: { agent: 'Scribe', model: '', organization: '' },
        }); // prettier-ignore
          if (one.do === 'vote') {
            const { agent, model, organization, verdict } = one;
            refused(() =>
              consensus.review(id, { agent, model, organization, verdict, rationale: 'r', contentHash: one.content }),
            );
            const other = contents.find((hash) => hash !== one.content) ?? '';
            expect(() =>
              consensus.review(id, { agent, model, organization, verdict, rationale: 'r', contentHash: other }),
            ).toThrow(/other content|closed/);
            const votes = said.get(`${id}`) ?? new Map<string, { model: string; verdict: string }>();
            votes.set(JSON.stringify([agent, model]), { model, verdict });
            said.set(`${id}`, votes);
          } else refused(() => consensus.decide(id, person, 'approve', one.content));
          const state = consensus.state(id);
          const cast = [...(said.get(`${id}`)?.values() ?? [])];
          const families = new Set(cast.map(({ model }) => familyOf(model)).filter((family) => family !== null));
          if (state.state === 'accepted' || state.state === 'awaiting-person' || state.state === 'escalated')
            expect(families.size).toBeGreaterThanOrEqual(2);
          const counting = state.votes
            .filter(({ counts, verdict }) => counts && verdict === 'approve')
            .map(({ family }) => family);
          expect(new Set(counting).size).toBe(counting.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});
