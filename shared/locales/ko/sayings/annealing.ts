import type { Sayings } from './sayings-type.ts';

export const annealing: Sayings = {
  '{0} is being written by another program all the time. Nothing was added.':
    '다른 프로그램이 {0}에 계속 쓰고 있음. 아무것도 추가하지 않음.',
  'of another shape': '형식이 다름',
  '{0} has changed since: nightguard errors report {1}': '그 뒤에 {0} 파일이 변경됨: nightguard errors report {1}',
  '{0} applied the same, and the error came back': '{0}에서 같은 수정을 적용했으나 오류가 다시 발생함',
  'There is no error group {0}.': '오류 그룹 {0}이(가) 없음.',
  'A group cannot be merged into itself.': '그룹을 자기 자신과 합칠 수 없음.',
  'Group {0} has no fingerprint {1}.': '그룹 {0}에 지문 {1}이(가) 없음.',
  'Group {0} has only this fingerprint.': '그룹 {0}에는 이 지문 하나뿐임.',
  'The retries were cancelled.': '재시도를 취소함.',
  'it failed with {0}, and ran to its end with the fix ({1} s)': '{0}(으)로 실패했고, 수정 후 끝까지 실행됨 ({1}초)',
  'the failing line is not in the workspace': '실패한 줄이 작업 공간에 없음',
  '{0} does not parse as it is': '{0}의 현재 내용이 구문에 맞지 않음',
  'nothing would change': '바뀌는 것이 없음',
  'the edit would not parse': '수정하면 구문에 맞지 않게 됨',
  'the code around holds what looks like a secret': '주변 코드에 비밀 값으로 보이는 내용이 있음',
  'the code could not be edited': '코드를 수정하지 못함',
  '{0} is no code that is read here': '{0}은(는) 여기서 읽는 코드가 아님',
  '{0} is too large to be read': '{0}이(가) 너무 커서 읽을 수 없음',
  '{0} is no UTF-8 text': '{0}은(는) UTF-8 텍스트가 아님',
  '{0} is not there any more': '{0}이(가) 더 이상 없음',
};
