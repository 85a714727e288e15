import { expect, test } from 'vitest';
import { tailOf } from '../../../../electron/features/security/apply/change/said.ts';

test('a password in an address is masked, also where only the end of what was said is kept', () => {
  const address = 'https://house:secretpassword@index.example/simple';
  expect(tailOf({ stdout: `Looking in ${address}`, stderr: '' })).toBe('Looking in https://…@index.example/simple');
  const rest = 600 - '@index.example/simple'.length - 'password'.length;
  expect(tailOf({ stdout: '', stderr: `${address}${'x'.repeat(rest)}` })).not.toContain('password');
});
