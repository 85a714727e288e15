import type { Sayings } from './sayings-type.ts';

export const rituals: Sayings = {
  'check-in: {0}': '체크인: {0}',
  'There is no ritual {0}. There are: {1}.': '의식 {0}이(가) 없음. 있는 의식: {1}.',
  'There is no run {0}.': '실행 {0}이(가) 없음.',
  'Run {0} of {1} is not in the database.': '{1}의 실행 {0}이(가) 데이터베이스에 없음.',
  'The run of {0} could not be recorded.': '{0} 실행을 기록하지 못함.',
};
