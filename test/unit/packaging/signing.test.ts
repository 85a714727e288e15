import { expect, test } from 'vitest';
import { signingNotices } from '../../../build/packaging/signing.ts';

test('what will not be signed is said, with the variables that were looked at', () => {
  expect(signingNotices('darwin', {})).toEqual([
    expect.stringMatching(/^Not signed: none of CSC_LINK, CSC_NAME is set/),
    expect.stringMatching(/^Not notarised by Apple/),
  ]);
  expect(signingNotices('win32', { CSC_LINK: '' })).toEqual([
    expect.stringMatching(/^Not signed: none of WIN_CSC_LINK, CSC_LINK/),
  ]);
  expect(signingNotices('linux', { CSC_LINK: 'x' })).toHaveLength(1);
});

test('where everything is given nothing is said, and nobody reads a secret', () => {
  expect(signingNotices('darwin', { CSC_LINK: 'secret', APPLE_API_KEY: 'secret' })).toEqual([]);
  expect(signingNotices('darwin', { CSC_LINK: 'secret' }).join(' ')).not.toContain('secret');
});
