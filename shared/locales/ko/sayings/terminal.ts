import type { Sayings } from './sayings-type.ts';

export const terminal: Sayings = {
  'A checkpoint vouches for the log of a workspace, not for any file: leave the file out.':
    '체크포인트는 작업 공간의 기록을 보증하며 임의의 파일을 보증하지 않음. 파일을 빼고 실행 필요.',
  '{0} could not be read: {1}': '{0}을(를) 읽지 못함: {1}',
  '{0} is larger than {1} bytes: that is no document.': '{0}이(가) {1}바이트보다 큼. 문서가 아님.',
  'The proposed content could not be read: {0}': '제안된 내용을 읽지 못함: {0}',
  'The signed review could not be read: {0}': '서명된 검토를 읽지 못함: {0}',
  '{0} could not be read ({1}).': '{0}을(를) 읽지 못함 ({1}).',
  '{0} has several causes: name one by its number ({1}).': '{0}에 원인이 여러 개 있음. 번호로 지정 필요 ({1}).',
  'There is no error {0}. `nightguard errors list` lists them.': '오류 {0}이(가) 없음. `nightguard errors list`로 목록 확인.',
  '{0} is in no git repository, or git is not there: {1}': '{0}이(가) git 저장소에 없거나 git이 없음: {1}',
  'The structures could not be judged: {0}': '구조를 판정하지 못함: {0}',
  'No {0} in {1} or any folder above it. `nightguard init` makes this folder a workspace.':
    '{1}와 그 상위 폴더에 {0}이(가) 없음. `nightguard init`으로 이 폴더를 작업 공간으로 만들 수 있음.',
  '{0} is not a folder.': '{0}은(는) 폴더가 아님.',
  '{0} has no {1}. `nightguard init {2}` makes it a workspace.':
    '{0}에 {1}이(가) 없음. `nightguard init {2}`로 작업 공간을 만들 수 있음.',
  '{0}:{1}: {2} Nothing was judged.': '{0}:{1}: {2} 판정하지 않음.',
  '{0}:{1}: {2} Nothing was done.': '{0}:{1}: {2} 실행하지 않음.',
  '{0} does not lie in the workspace {1}.': '{0}이(가) 작업 공간 {1} 안에 있지 않음.',
};
