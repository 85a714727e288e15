/** Telegram 대화방에서 묻는 승인 요청. */
export const telegram = {
  title: 'Nightguard 승인 요청 {{id}} · {{workspace}}',
  fact: {
    who: '요청자',
    what: '내용',
    why: '묻는 이유',
    risk: '위험',
    rule: '규칙',
    hash: 'SHA-256 앞부분',
    until: '자동 거부 시각',
    consensus: '합의',
  },
  more: '여기에 다 싣지 못함: nightguard approvals show {{id}}',
  approve: '한 번 승인',
  deny: '거부',
  denied: 'Telegram에서 거부함.',
  ended: {
    approved: '{{by}} 승인: 정확히 이 내용만, 한 번.',
    used: '{{by}} 승인, 실행됨.',
    denied: '{{by}} 거부: {{reason}}',
    expired: '기한이 지나 거부됨.',
  },
  done: {
    approve: '요청 {{id}} 승인됨: 정확히 이 내용만, 한 번.',
    deny: '요청 {{id}} 거부됨.',
    noted: '요청 {{id}}에 대한 의견 기록됨. 다른 한 사람의 승인도 필요함.',
  },
  refused: {
    'not-an-approver': '여기에서 결정할 수 있는 사람이 아님.',
    'other-chat': '설정된 대화방의 버튼만 유효함.',
    'unknown-button': '알 수 없는 버튼.',
    'other-message': '이 요청의 메시지가 아님: 결정된 것 없음.',
    'other-content': '다른 내용의 버튼: 결정된 것 없음.',
    'not-named': '율법을 바꾸는 요청: 이 컴퓨터에서 쓰는 이름을 설정에 적어야 함 (governance.telegram.approvers).',
    failed: '처리하지 못함: 결정된 것 없음.',
  },
};
