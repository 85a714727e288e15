import type { Sayings } from './sayings-type.ts';

export const environment: Sayings = {
  'The check of the environment was ended.': '환경 점검이 중단됨.',
};
