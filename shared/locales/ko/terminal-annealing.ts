/** What `run` and `errors` say. */
export const annealingTexts = {
  run: {
    again: '실패함. {{seconds}}초 뒤 다시 시도 (남은 횟수 {{left}}).',
    repeats: '{{key}} 오류 {{count}}회 발생: `nightguard errors show {{id}}`로 확인.',
    unrecorded: '실패를 기록하지 못함: {{reason}}',
  },
  errors: {
    none: '오류 없음.',
    seen: '처음 {{first}}, 마지막 {{last}}',
    suspect: '릴리스 {{release}} 적용 {{minutes}}분 뒤 처음 발생: 업데이트가 원인으로 의심됨. 되돌리기: {{command}}',
    notAnalysed: '아직 분석되지 않음.',
    noRule: '적용되는 규칙 없음.',
    noPatch: '패치 없음: {{reason}}.',
    state: {
      new: '새 오류',
      recurring: '반복됨',
      proposed: '수정 제안됨',
      fixed: '해결됨',
      regressed: '다시 발생',
      ignored: '무시됨',
    },
    fix: {
      unproven: '증명되지 않은 패치: 효과가 확인된 적 없음.',
      APPLIED: '{{release}}: {{key}} 수정을 {{file}}에 적용함. 보관 및 검증 완료.',
      APPLIED_next: '되돌리기: {{undo}}. 오류가 다시 발생하면 자동으로 되돌림.',
      PLANNED: '{{file}}에 적용될 내용. 바뀐 것 없음.',
      HELD: '바뀐 것 없음. {{reason}}',
      HELD_next: '승인 뒤 같은 명령으로 적용됨: {{command}}',
      DENIED: '바뀐 것 없음: {{reason}}.',
      FAILED: '{{release}} 실패, 되돌림: {{reason}}',
      ROLLED_BACK: '{{release}} 검증 실패, 되돌림: {{reason}}',
      NO_PATCH: '적용할 것 없음: {{reason}}.',
    },
    fixed: {
      asked: '수정이 결정을 기다림. {{reason}}',
      applied: '{{release}}로 수정 적용됨.',
      'taken-back': '수정 {{release}} 효과 없음: {{reason}}',
      left: '수정 {{release}} 효과 없음: {{reason}}',
    },
    proof: { proven: '증명됨', 'not-proven': '증명되지 않음', refuted: '반증됨' },
  },
};

/** The help of the same commands. */
export const annealingHelp = {
  run: '명령을 실행하고 실패를 기록',
  runCommand: '-- 뒤에 오는 명령과 인자',
  runRetries: '실패하면 간격을 늘려 가며 이만큼 다시 시도',
  errors: '프로그램 오류: 묶고, 세고, 분석',
  errorsList: '오류 묶음, 최신순',
  errorsAll: '해결되거나 무시된 것도 포함',
  errorsShow: '묶음 하나: 스택, 의심되는 릴리스, 제안',
  errorsReport: '묶음 하나를 지금 분석하고 directives/self_annealing_log.md에 추가',
  errorsResolve: '해결됨으로 표시; 다시 나타나면 재발로 표시됨',
  errorsIgnore: '계속 세되 더는 알리지 않음',
  errorsFix: '제안된 패치를 승인 뒤 적용',
  errorsFixDryRun: '패치만 표시, 바꾸지 않음',
  errorsKey: '`errors list`에 나오는 묶음 번호 또는 키',
  errorsMerge: '같은 오류인 두 묶음을 하나로 합침',
  errorsId: '`errors list`에 나오는 묶음 번호',
  errorsMergeFrom: '없어질 묶음의 번호',
  errorsMergeInto: '남을 묶음의 번호',
};
