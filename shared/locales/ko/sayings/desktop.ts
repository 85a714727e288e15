import type { Sayings } from './sayings-type.ts';

export const desktop: Sayings = {
  'health: {0}, {1} of 100': '상태: {0}, 100점 중 {1}점',
  'Request {0} is not what the approval window shows: nothing was decided.':
    '요청 {0}은(는) 승인 창에 보이는 것과 다름. 결정하지 않음.',
  'The approval window is not in front: nothing was approved.': '승인 창이 앞에 있지 않음. 승인하지 않음.',
  'The request has only just appeared: nothing was approved.': '요청이 방금 나타남. 승인하지 않음.',
  'This page may not ask the guardian for anything.': '이 페이지는 Nightguard에 아무것도 요청할 수 없음.',
  '{0} was asked with a value that does not fit.': '{0}에 맞지 않는 값이 전달됨.',
  '{0} would have answered with a value that does not fit.': '{0}의 답이 형식에 맞지 않음.',
  'The archive folder could not be opened: {0}': '보관함 폴더를 열지 못함: {0}',
  'No workspace is guarded yet.': '아직 감시 중인 작업 공간이 없음.',
  'Another workspace is shown by now: nothing was done.': '이제 다른 작업 공간이 보임. 아무것도 하지 않음.',
  'The update is not signed by the publisher of this copy: nothing was downloaded.':
    '이 프로그램의 배포자가 서명한 업데이트가 아님. 아무것도 내려받지 않음.',
  'The signed description of the update cannot be read: nothing was downloaded.':
    '서명된 업데이트 설명을 읽을 수 없음. 아무것도 내려받지 않음.',
  '{0} is not the program that was meant: nothing was replaced.': '{0}은(는) 예상한 프로그램이 아님. 아무것도 바꾸지 않음.',
  'This copy of Nightguard does not look for updates by itself.': '이 Nightguard는 자체 업데이트를 확인하지 않음.',
  'There is no update of the application to download.': '내려받을 프로그램 업데이트가 없음.',
  'There is no update of the application that is ready.': '준비된 프로그램 업데이트가 없음.',
  'Nightguard is in the middle of an act: restart when it has ended.': 'Nightguard가 작업 중. 끝난 뒤 다시 시작 필요.',
  '{0} answered {1}.': '{0}의 응답: {1}',
  '{0} is larger than any description of an update.': '{0}이(가) 업데이트 설명치고 너무 큼.',
  'Choose a folder first.': '먼저 폴더 선택 필요.',
  'Somebody wrote a nightguard.yaml meanwhile: choose the folder again.':
    '그 사이에 nightguard.yaml이 생김. 폴더를 다시 선택 필요.',
  'Its nightguard.yaml says where Core is: change it in the settings.': 'Core 위치는 nightguard.yaml에 있음. 설정에서 변경 필요.',
  'Look first at what the first update would do.': '먼저 첫 업데이트 미리 보기 필요.',
  '{0} is not a folder.': '{0}은(는) 폴더가 아님.',
  '{0} is guarded already.': '{0}은(는) 이미 감시 중.',
  'There is no such Core folder.': '그런 Core 폴더가 없음.',
  'The workspace lies in {0}: Core would bring itself in, for ever.':
    '작업 공간이 {0} 안에 있음. Core가 자신을 끝없이 가져오게 됨.',
  '{0} is not among the workspaces of this machine.': '{0}은(는) 이 컴퓨터의 작업 공간 목록에 없음.',
  '{0} and {1} lie in each other: each file can have one guardian only.':
    '{0}과(와) {1}이(가) 서로 안에 있음. 파일마다 감시자는 하나만 가능.',
  '{0} is not guarded now: {1}': '{0}은(는) 지금 감시하지 않음: {1}',
  'The folder is not there: {0}': '폴더가 없음: {0}',
  'This system does not support notifications.': '이 시스템은 알림을 지원하지 않음.',
  '{0} is not the name of a secret.': '{0}은(는) 비밀 값의 이름이 아님.',
  '{0} could not be started.': '{0}을(를) 시작하지 못함.',
  'The keychain did not open the secret {0}. Unlock it and try again.':
    '키체인에서 비밀 값 {0}을(를) 열지 못함. 잠금을 풀고 다시 시도 필요.',
  'The operating system does not say who you are: nothing can be decided here.':
    '운영 체제가 사용자를 알려 주지 않음. 여기서는 결정할 수 없음.',
  'The session bus did not answer.': '세션 버스가 응답하지 않음.',
  'This {0} was disposed of.': '이 {0}은(는) 이미 정리됨.',
};
