/** What alerts say, on every channel. */
export const alerts = {
  kind: { alert: '{{severity}}', reminder: 'Still open', resolved: 'Resolved', morning: 'The night' },
  severity: { INFO: 'Notice', WARNING: 'Warning', ERROR: 'Error', CRITICAL: 'Critical' },
  gone: 'Resolved',
  many_one: '{{count}} thing',
  many_other: '{{count}} things',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  items_one: '{{count}} affected',
  items_other: '{{count}} affected',
};
