/** What `governance` and `judge permission --request` say. */
export const consensusTexts = {
  governance: {
    none: '논의 중인 헌법 변경 없음.',
    proposed: '요청 {{id}}로 제안됨: {{path}}. 아직 바뀐 것 없음.',
    owed: '합의가 남아 있음',
    case: '서명된 검토에 적을 안건',
    wholeAuthor: '선언하는 주체는 --agent, --model, --organization을 함께 쓰거나 모두 생략.',
    wholeReview:
      '검토에는 요청(번호 또는 경로)과 --agent, --model, --organization, --verdict, --rationale이 필요함; 서명된 검토는 --file.',
    signWho: 'governance.consensus.reviewers에 없는 에이전트: --model과 --organization 필요.',
    noKey: '개인 키 없음: --key로 파일을 지정하거나 {{variable}} 변수에 넣을 것.',
    badKey: '개인 키가 PEM 형식의 Ed25519 키가 아님 (openssl genpkey -algorithm ed25519).',
    signed: '서명됨: {{file}}',
    publicKey: 'governance.consensus.reviewers에 적을 공개 키: {{key}}',
    kind: {
      ordinary: '일반',
      emergency_security_patch: '긴급 보안 패치',
      formal_correction: '형식 수정',
      agents_unavailable: '에이전트 부재',
    },
  },
  permission: {
    allow: '한 번 허용됨',
    spent: '허용되었으나 이미 사용했거나 기한이 지남: 요청을 새로 작성할 것',
    pending: '아직 결정되지 않음; 허용 아님',
    deny: '거부됨',
    until: '{{time}}까지 유효.',
  },
};

/** Their lines in the help. */
export const consensusHelp = {
  governance: '헌법 변경: 제안, 검토, 서명',
  governanceList: '논의 중인 변경과 아직 남은 합의 나열',
  governanceShow: '변경, 합의 상태, 서명된 검토에 적을 안건 보기',
  governanceWhich: '요청 번호, 또는 바뀌는 문서의 경로',
  governancePropose: '문서 제안; 검토와 사람의 승인이 있어야 시행됨',
  proposePath: '작업 공간의 문서',
  proposeContent: '제안할 내용이 담긴 파일',
  proposeKind: '절차: ordinary 또는 예외 절차',
  proposeDescription: '무엇이 바뀌는지',
  proposeRationale: '이유',
  proposeEvidence: '취약점의 근거 (긴급), 예: CVE 번호',
  proposeAgent: '제안하는 에이전트',
  governanceKind: '대기 중인 변경을 긴급 같은 다른 절차로 처리',
  reviewFile: '서명된 검토 파일',
  governanceSign: '검토에 서명하고 검토 폴더에 넣기',
  signModel: '모델; 없으면 설정에 적힌 대로',
  signOrganization: '모델을 만든 곳; 없으면 설정에 적힌 대로',
  signKey: 'Ed25519 개인 키 파일 (PEM)',
  signKeyVariable: '--key가 없을 때 키가 들어 있는 환경 변수',
  signOut: '저장할 위치; 없으면 검토 폴더',
  permissionRequest: '에이전트의 요청에 답하기: 옆의 답변 파일과 종료 코드 (0 한 번 허용, 2 미결정, 1 거부)',
  judgeOneFile: '파일 하나: 그대로 쓰면 판정만, --request로 쓰면 답변',
  permissionWait: '--request와 함께: 사람의 결정을 기다릴 시간(초)',
};
