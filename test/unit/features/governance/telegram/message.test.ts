import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endedMessage, messageOf } from '../../../../../electron/features/governance/telegram/message.ts';
import { redact } from '../../../../../electron/features/governance/telegram/redact.ts';
import { createTranslator } from '../../../../../shared/locales/index.ts';
import type { ApprovalRequest } from '../../../../../shared/model/governance.ts';

const request = (change: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: 1, actor: 'agent scout', type: 'agent.edit', target: 'a.md', paths: ['a.md'], summary: 'why', diff: null, contentHash: 'ab'.repeat(32),
  risk: 'low', rule: 'no rule', procedure: 'person', file: null, state: 'pending', askedAt: 0, expiresAt: 3_600_000, decidedAt: null,
  decidedBy: null, reason: null, validUntil: null, usedAt: null, ...change,
}); // prettier-ignore
const t = createTranslator('ko');

test('no message is longer than Telegram takes, whatever the diff holds, and none cuts a character in two', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 9000 }),
    fc.constantFrom('🛡'.repeat(6000), '<&>'.repeat(4000), 'x\n'.repeat(9000)),
  );
  fc.assert(
    fc.property(anyText, anyText, (diff, summary) => {
      const parts = messageOf({ request: request({ diff, summary }), consensus: null, workspace: '작업' }, t);
      expect(parts.length).toBeLessThanOrEqual(3);
      for (const part of [...parts, endedMessage(parts, summary)]) {
        expect(part.plain.length).toBeLessThanOrEqual(4096);
        expect(part.plain.isWellFormed()).toBe(diff.isWellFormed() && summary.isWellFormed() ? true : part.plain.isWellFormed());
        expect(part.html.replaceAll(/<\/?(?:b|pre)>/g, '')).not.toMatch(/[<>]/);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['TELEGRAM_BOT_TOKEN=123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', 'AAHdq'],
  ['+  "api_key": "abcdef123456"', 'abcdef123456'],
  ['password: hunter2', 'hunter2'],
  ['Authorization: Bearer abc.def.ghi', 'abc.def'],
  ['url = postgres://me:s3cret@db/x', 's3cret'],
  ['url = postgres://me:s3@cr/et@db/x', 'cr/et'],
  ['GET https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe', 'AAHdq'],
  ['https://hooks.slack.com/services/T0/B0/abcdefghijkl', 'abcdefghijkl'],
  ['x = ghp_abcdefghijklmnopqrstuvwxyz012345', 'ghp_abcdefgh'],
  ['-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----', 'MC4CAQ'],
  ['key AKIAIOSFODNN7EXAMPLE here', 'AKIAIOSFODNN7EXAMPLE'],
])('what looks like a secret does not leave the machine: %s', (text, secret) => {
  expect(redact(text)).not.toContain(secret);
  expect(redact(text)).toContain('[redacted]');
});

test('ordinary text stays as it is', () => {
  const text = 'see http://localhost:80/x?to=me@example.org\nmax_files: 120\nversion: "0.4.0"\n문서 토큰 수를 센다\n';
  expect(redact(text)).toBe(text);
});

test('what nobody would see is seen: in the facts as a gap, in the difference as a mark', () => {
  const hidden = '\u200b\u3164\u00ad\u2066\u{e0041}';
  const [part] = messageOf(
    { request: request({ target: `a${hidden}b`, diff: `+a${hidden}b 👩‍💻` }), consensus: null, workspace: 'w' },
    t,
  );
  for (const one of hidden) expect(part?.plain).not.toContain(one);
  expect(part?.plain).toContain(`+a${'\uFFFD'.repeat(5)}b 👩‍💻`);
});
