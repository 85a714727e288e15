import { expect, test } from 'vitest';
import { controlFile } from '../../../build/packaging/deb-files.ts';

test('the control file of the Debian package is one paragraph of fields, with the note for whoever installs it', () => {
  const text = controlFile({
    version: '1.2.3~test',
    maintainer: 'Somebody <somebody@example.org>',
    synopsis: 'Guards',
    description: 'At night.',
    depends: ['libnss3', 'libasound2 | libasound2t64'],
    kilobytes: 5,
    note: 'FOR TESTS ONLY.',
  });
  expect(text.split('\n')).toEqual([
    'Package: nightguard',
    'Version: 1.2.3~test',
    'Architecture: amd64',
    'Maintainer: Somebody <somebody@example.org>',
    'Installed-Size: 5',
    'Depends: libnss3, libasound2 | libasound2t64',
    'Section: utils',
    'Priority: optional',
    'Description: Guards',
    ' At night.',
    ' FOR TESTS ONLY.',
    '',
  ]);
});
