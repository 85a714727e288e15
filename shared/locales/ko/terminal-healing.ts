import type { Texts } from '../en/index.ts';
import type { health as englishHealth, healingHelp as englishHelp, healingTexts as english } from '../en/terminal-healing.ts';

export const healingTexts: Texts<typeof english> = {
  healing: {
    score: '100점 중 {{score}}점 ({{parts}})',
    gauges: 'CPU {{cpu}} · 메모리 {{memory}} · 디스크 {{disk}} · 점검 시간 {{seconds}}초',
    baseline: '기준 {{mb}} MB',
    givenUp: '복구를 중단함.',
    treatments: '복구',
    processes: '감시 중인 프로세스',
    agents: '에이전트',
    outlooks: '전망',
    crashed: 'Nightguard가 비정상 종료됨({{detail}}). {{seconds}}초 뒤 다시 시작.',
    hung: 'Nightguard가 응답하지 않음({{detail}}). {{seconds}}초 뒤 다시 시작.',
  },
};

export const health: Texts<typeof englishHealth> = {
  status: { HEALTHY: '정상', DEGRADED: '이상 있음', UNKNOWN: '알 수 없음' },
  state: { passed: '정상', failed: '실패', 'could-not-check': '확인 불가' },
  treatment: { healed: '복구됨', failed: '복구 실패', 'not-allowed': '허용되지 않음', would: '복구 예정' },
  process: {
    running: '실행 중',
    rising: '메모리 증가 중',
    leaking: '메모리 누수',
    'not-running': '실행되지 않음',
    unknown: '알 수 없음',
  },
  agent: { active: '활동 중', idle: '대기', silent: '응답 없음', stuck: '멈춤', unknown: '알 수 없음' },
  category: { host: '시스템', files: '파일', processes: '프로세스', agents: '에이전트', code: '코드', self: 'Nightguard' },
};

export const healingHelp: Texts<typeof englishHelp> = {
  heal: '시스템, 프로세스, 파일, 에이전트를 점검하고 가능한 것을 복구',
  healDryRun: '무엇을 복구할지만 표시',
  watchSupervised: '비정상 종료되거나 멈추면 Nightguard를 다시 시작',
};
