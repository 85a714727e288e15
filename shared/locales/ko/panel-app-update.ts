export const panelAppUpdate = {
  title: 'Nightguard 업데이트',
  state: {
    off: 'Nightguard {{running}}. 이 프로그램은 자체 업데이트를 확인하지 않음.',
    managed: 'Nightguard {{running}}. 업데이트는 시스템 패키지 관리자가 가져옴.',
    unknown: 'Nightguard {{running}}. 아직 업데이트를 확인하지 않음.',
    looking: '업데이트 확인하는 중',
    'up-to-date': 'Nightguard {{running}}이(가) 최신 버전 · {{time}} 확인',
    'could-not-check': '업데이트를 확인하지 못함',
    available: 'Nightguard {{version}} 나옴, {{size}}, 배포자 서명 확인됨.',
    downloading: 'Nightguard {{version}} 내려받는 중: {{percent}}%',
    ready: 'Nightguard {{version}} 준비됨, 검증 완료. 새 버전이 정상으로 시작될 때까지 이전 버전을 보관함.',
    restarting: '다시 시작하는 중',
  },
  takenBack: 'Nightguard {{version}}이(가) 시작되지 않아 되돌림.',
  look: '업데이트 확인',
  download: '{{version}} 내려받기',
  restart: '다시 시작해 {{version}}(으)로 업데이트',
};
