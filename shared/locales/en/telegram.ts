/** Requests for approval in a Telegram chat. */
export const telegram = {
  title: 'Nightguard asks you: request {{id}} in {{workspace}}',
  fact: {
    who: 'Asked by',
    what: 'What',
    summary: 'Summary',
    risk: 'Risk',
    rule: 'Rule that asks',
    hash: 'SHA-256 begins with',
    until: 'Denied by itself at',
    consensus: 'Consensus',
  },
  more: 'There is more than fits here: nightguard approvals show {{id}}',
  approve: 'Approve once',
  deny: 'Deny',
  denied: 'Denied in Telegram.',
  ended: {
    approved: 'Approved by {{by}}, once and for exactly this.',
    used: 'Approved by {{by}}, and done.',
    denied: 'Denied by {{by}}: {{reason}}',
    expired: 'Its time is over: denied.',
  },
  done: {
    approve: 'Request {{id}} is approved, once and for exactly this.',
    deny: 'Request {{id}} is denied.',
    noted: 'Your word on request {{id}} is kept. Somebody else must approve it too.',
  },
  refused: {
    'not-an-approver': 'You are not among those who may decide here.',
    'other-chat': 'Buttons count in the configured chat only.',
    'unknown-button': 'This button is not known.',
    'other-message': 'This is not the message of the request: nothing was decided.',
    'other-content': 'The button belongs to other content: nothing was decided.',
    'not-named':
      'This changes the constitution. The settings must say under which name you are known on this machine (governance.telegram.approvers).',
    over: 'It does not wait any more, or has changed meanwhile: nothing was decided.',
    'not-yet': 'You cannot decide this now (reviews are missing, or it is your own request): nothing was decided.',
    failed: 'It could not be done: nothing was decided.',
  },
};
