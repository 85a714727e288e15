export const panelErrors = {
  bridge: {
    what: '가디언에 연결하지 못함',
    untouched: '파일에는 영향 없음. 표시된 내용이 최신이 아닐 수 있음.',
    next: '다시 시도하거나, 트레이에서 Nightguard를 종료하고 다시 시작.',
  },
  locked: {
    what: '다른 Nightguard가 이 작업 공간에서 작업 중',
    untouched: '변경된 것 없음.',
    next: '끝날 때까지 기다리거나, 잠금을 가진 쪽 확인:',
  },
  'stale-preview': {
    what: '미리보기 이후 파일이 바뀜',
    untouched: '변경된 것 없음.',
    next: '새 미리보기를 확인한 뒤 다시 실행.',
  },
  'changed-meanwhile': {
    what: '작업 도중 다른 곳에서 파일을 바꿈',
    untouched: '묶음을 되돌림. 그 파일은 그대로 둠.',
    next: '다시 확인한 뒤 결정.',
  },
  'not-found': {
    what: '더 이상 존재하지 않음',
    untouched: '변경된 것 없음.',
    next: '목록으로 돌아가 다시 선택.',
  },
  denied: {
    what: '가디언이 거부함',
    untouched: '변경된 것 없음.',
    next: '아래 이유를 확인.',
  },
  'disk-full': {
    what: '디스크가 가득 참',
    untouched: '변경된 것 없음.',
    next: '공간을 확보한 뒤 다시 시도.',
  },
  'hash-mismatch': {
    what: '보관본의 내용이 기록과 다름',
    untouched: '변경된 것 없음. 손상된 내용은 절대 복원하지 않음.',
    next: '어떤 보관본이 온전한지 검증:',
  },
  'audit-broken': {
    what: '감사 로그가 검증되지 않음',
    untouched: '변경된 것 없음. 기록할 수 없는 일은 하지 않음.',
    next: '손상된 곳 확인:',
  },
  'settings-invalid': {
    what: '설정 파일에 오류가 있음',
    untouched: '마지막 정상 설정을 유지함.',
    next: '설정 화면에서 줄 번호를 확인.',
  },
  'source-missing': {
    what: 'Core 폴더를 찾지 못함',
    untouched: '변경되거나 삭제된 것 없음.',
    next: 'Google Drive가 실행 중이고 폴더가 미러링되는지 확인한 뒤 다시 시도.',
  },
  'source-not-set': {
    what: 'Core 폴더가 설정되지 않음',
    untouched: '변경된 것 없음.',
    next: '폴더 위치 지정:',
  },
  'source-unreadable': {
    what: 'Core 폴더를 읽지 못함',
    untouched: '변경되거나 삭제된 것 없음.',
    next: 'Google Drive 동기화가 끝났는지 확인한 뒤 다시 시도.',
  },
  internal: {
    what: '예기치 않은 오류',
    untouched: '진행 중이던 작업은 기록에 따라 마치거나 되돌림.',
    next: '다시 시도. 계속되면 상태 확인:',
  },
};
