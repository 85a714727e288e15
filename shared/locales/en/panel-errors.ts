export const panelErrors = {
  bridge: {
    what: 'The panel cannot reach the guardian',
    untouched: 'Your files are not affected. What is shown may be out of date.',
    next: 'Try again, or quit Nightguard from the tray and start it again.',
  },
  locked: {
    what: 'Another Nightguard is at work in this workspace',
    untouched: 'Nothing was changed.',
    next: 'Wait until it is done, or see who holds the lock:',
  },
  'stale-preview': {
    what: 'Files changed after the preview',
    untouched: 'Nothing was changed.',
    next: 'Look at the new preview, then confirm again.',
  },
  'changed-meanwhile': {
    what: 'A file was changed by someone else in between',
    untouched: 'The set was taken back; that file was left as it is.',
    next: 'Look again, then decide.',
  },
  'not-found': {
    what: 'It is not there any more',
    untouched: 'Nothing was changed.',
    next: 'Go back to the list and choose again.',
  },
  denied: {
    what: 'The guardian refused',
    untouched: 'Nothing was changed.',
    next: 'See the reason below.',
  },
  'disk-full': {
    what: 'The disk is full',
    untouched: 'Nothing was changed.',
    next: 'Free some space and try again.',
  },
  'hash-mismatch': {
    what: 'An archived copy is not what it was',
    untouched: 'Nothing was changed: damaged bytes are never put back.',
    next: 'Verify the archive to see which copies are intact:',
  },
  'audit-broken': {
    what: 'The audit log does not verify',
    untouched: 'Nothing was changed: what could not be recorded is not done.',
    next: 'See where it is broken:',
  },
  'settings-invalid': {
    what: 'The settings file has an error',
    untouched: 'The last good settings stay in force.',
    next: 'Settings shows the line.',
  },
  'source-missing': {
    what: 'The Core folder was not found',
    untouched: 'Nothing was changed or removed.',
    next: 'See that Google Drive is running and the folder is mirrored, then try again.',
  },
  'source-not-set': {
    what: 'No Core folder is set',
    untouched: 'Nothing was changed.',
    next: 'Say where it is:',
  },
  'source-unreadable': {
    what: 'The Core folder could not be read',
    untouched: 'Nothing was changed or removed.',
    next: 'See that Google Drive has finished synchronising, then try again.',
  },
  internal: {
    what: 'Unexpected error',
    untouched: 'An act that was under way is finished or taken back from its journal.',
    next: 'Try again. If it stays, this shows the state:',
  },
};
