import type { Texts } from '../en/index.ts';
import type { ritualsHelp as englishHelp, ritualsTexts as english } from '../en/terminal-rituals.ts';

export const ritualsTexts: Texts<typeof english> = {
  rituals: {
    none: '등록된 의식이 없음.',
    noRuns: '아직 실행된 의식이 없음.',
    next: '다음 {{time}}',
    never: '아직 실행된 적 없음',
    paused: '일시 정지됨',
    off: '사용 안 함',
    skipNext: '다음 1회 건너뜀',
    missed_one: '놓침 {{count}}건',
    missed_other: '놓침 {{count}}건',
    notRead: 'RITUALS_CONFIG를 읽지 못해 그 의식은 실행되지 않음: {{reason}}',
    setPaused: '{{name}} 일시 정지됨. 다시 시작: {{command}}',
    setResumed: '{{name}} 다시 시작됨.',
    setSkip: '{{name}}의 다음 실행을 건너뜀.',
    result: {
      running: '실행 중',
      done: '완료',
      failed: '실패',
      'timed-out': '시간 초과',
      'handed-over': '담당 에이전트에 전달됨',
      unanswered: '에이전트에 넘겼으나 답이 없음',
      interrupted: '중단됨',
      missed: '놓침',
      superseded: '놓침, 이후 실행으로 대신함',
      skipped: '건너뜀',
    },
    trigger: { schedule: '정시', 'catch-up': '뒤늦게', person: '직접 실행' },
  },
};

export const ritualsHelp: Texts<typeof englishHelp> = {
  rituals: '정해진 시각에 하는 일: 목록, 실행, 일시 정지',
  ritualsList: '의식 목록: 다음 시각과 마지막 결과',
  ritualsRun: '의식을 지금 실행',
  ritualsPause: '의식을 일시 정지',
  ritualsResume: '일시 정지한 의식을 다시 시작',
  ritualsSkip: '다음 1회 건너뛰기',
  ritualsHistory: '실행 기록, 최신순. 놓친 것도 포함',
  ritualsOutput: '실행이 출력한 내용',
  ritualsName: '의식 이름',
  ritualsRunId: '`rituals history`에 나오는 실행 번호',
};
