import type { Sayings } from './sayings-type.ts';

export const healing: Sayings = {
  'it is no file of a fit size': '알맞은 크기의 파일이 아님',
  'it could not be read': '읽지 못함',
  'it is no JSON object': 'JSON 객체가 아님',
  'there is no {0}': '{0}이(가) 없음',
  '{0} cannot be read ({1})': '{0}을(를) 읽을 수 없음 ({1})',
  '{0} holds no process id': '{0}에 프로세스 번호가 없음',
  'process {0} of {1} is gone': '{1}의 프로세스 {0}이(가) 사라짐',
  'process {0} began after {1} was written: it is another one': '프로세스 {0}은(는) {1} 이후에 시작된 다른 프로세스임',
  'this system does not list its processes': '이 시스템은 프로세스 목록을 제공하지 않음',
  'no command line fits {0}': '{0}에 맞는 명령줄이 없음',
  'it was not started yet': '아직 시작되지 않음',
  'process {0} has ended': '프로세스 {0} 종료됨',
};
