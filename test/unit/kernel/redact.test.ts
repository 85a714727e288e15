import { describe, expect, it } from 'vitest';
import { createRedactor, redact } from '../../../electron/kernel/redact.ts';

const SECRETS: readonly string[] = [
  'TELEGRAM_BOT_TOKEN=123456789:AAEhBP0av28qkLBIuyIt6jhhHhTtXYcGbJo',
  'https://api.telegram.org/bot123456789:AAEhBP0av28qkLBIuyIt6jhhHhTtXYcGbJo/getMe',
  '{"api_key": "hunter2-hunter2"}',
  "password='a b c hunter2'",
  'Authorization: Bearer abc.hunter2.def',
  'postgres://user:hunter2@localhost/db',
  'GEMINI_API_KEY: AIzaSyA-1234567890abcdefghijklmnopqrstu',
  'key sk-ant-api03-abcdefghijklmnop1234',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdef-hunter2',
  '-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----',
  'AIzaSyA-1234567890abcdefghijklmnopqrstu',
];
const PARTS = /hunter2|AAEhBP0|1234567890abcdef|api03|ghp_abc|AKIAIOS|eyJhbG/;

describe('redaction', () => {
  it.each(SECRETS)('takes the secret out of %s', (text) => {
    expect(redact(text)).not.toMatch(PARTS);
  });

  it('leaves ordinary messages as they are', () => {
    for (const text of [
      "[Errno 2] No such file or directory: '/path/to/trends.json'",
      "KeyError: 'user'",
      'at load (/w/a.js:1:2)',
      "unexpected token '=' in line 3",
      'http://localhost:9797/api/1/envelope/',
    ])
      expect(redact(text)).toBe(text);
  });

  it('takes out values that are known to be secret', () => {
    expect(createRedactor(['correct horse battery', 'ab'])('it was correct horse battery, ab')).toBe('it was [redacted], ab');
  });

  it('is not slow on hostile text', () => {
    const began = performance.now();
    for (const piece of ['token', 'token=', 'a://', '-----BEGIN PRIVATE KEY-----', 'eyJaaaaaaaa.', '"token": "', '1'])
      redact(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
