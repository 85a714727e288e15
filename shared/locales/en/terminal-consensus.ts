/** What `governance` and `judge permission --request` say. */
export const consensusTexts = {
  governance: {
    none: 'No change of the constitution is being discussed.',
    proposed: 'Proposed as request {{id}}: {{path}}. Nothing has changed yet.',
    owed: 'consensus owed',
    case: 'A signed review names the case',
    wholeAuthor: 'Who declares this is named by --agent, --model and --organization together, or not at all.',
    wholeReview:
      'A review takes the request (number or path), --agent, --model, --organization, --verdict and --rationale; or --file with a signed one.',
    signWho: 'This agent is not among governance.consensus.reviewers: give --model and --organization.',
    noKey: 'No private key: name its file with --key, or put it into the variable {{variable}}.',
    badKey: 'The private key is no Ed25519 key in PEM form (openssl genpkey -algorithm ed25519).',
    signed: 'Signed: {{file}}',
    publicKey: 'Its public key, for governance.consensus.reviewers: {{key}}',
    kind: {
      ordinary: 'ordinary',
      emergency_security_patch: 'emergency',
      formal_correction: 'formal correction',
      agents_unavailable: 'agents unavailable',
    },
  },
  permission: {
    allow: 'allowed, once',
    spent: 'it was allowed, but the leave has been used or its time is over: write a new request',
    pending: 'not decided yet; no leave',
    deny: 'denied',
    until: 'Good until {{time}}.',
  },
};

/** Their lines in the help. */
export const consensusHelp = {
  governance: 'change the constitution: propose, review, sign',
  governanceList: 'list changes that are discussed, and consensuses that are owed',
  governanceShow: 'show a change, its consensus, and what a signed review must name',
  governanceWhich: 'number of the request, or path of a document that it changes',
  governancePropose: 'propose a document; in force only after reviews and a person’s approval',
  proposePath: 'the document in the workspace',
  proposeContent: 'a file with the proposed content',
  proposeKind: 'the procedure: ordinary, or one of the exceptions',
  proposeDescription: 'what changes',
  proposeRationale: 'why',
  proposeEvidence: 'what shows the vulnerability (emergency), such as a CVE',
  proposeAgent: 'who proposes it',
  governanceKind: 'take a change that waits by another procedure, such as an emergency',
  reviewFile: 'a signed review',
  governanceSign: 'sign a review and drop it where reviews are taken in',
  signModel: 'the model; otherwise as the settings name it',
  signOrganization: 'who makes it; otherwise as the settings name it',
  signKey: 'file of the Ed25519 private key, PEM',
  signKeyVariable: 'environment variable that holds the key when there is no --key',
  signOut: 'where to write it; otherwise the folder of reviews',
  permissionRequest: 'answer an agent’s request: in a file beside it, and by exit code (0 allowed once, 2 not decided, 1 denied)',
  judgeOneFile: 'one file: to judge it, or with --request to answer it',
  permissionWait: 'with --request: wait this long for a person',
};
