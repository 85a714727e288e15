import type { Sayings } from './sayings-type.ts';

export const alerts: Sayings = {
  'No alert is open for {0}.': '{0}에 대한 열린 알림이 없음.',
  '{0} There are: {1}.': '{0} 있는 항목: {1}.',
};
