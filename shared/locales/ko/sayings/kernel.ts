import type { Sayings } from './sayings-type.ts';

export const kernel: Sayings = {
  '{0} is not a setting.': '{0}은(는) 설정이 아님.',
  'There is no former version {0} of the settings.': '설정의 이전 버전 {0}이(가) 없음.',
  'The former version {0} of the settings is damaged.': '설정의 이전 버전 {0}이(가) 손상됨.',
  '{0} is a symbolic link: change the file that it leads to. Nothing was saved.':
    '{0}은(는) 심볼릭 링크임: 가리키는 파일을 변경하세요. 저장하지 않음.',
  'The file is not UTF-8 text.': '파일이 UTF-8 텍스트가 아님.',
  '{0} was changed by someone else meanwhile. Nothing was saved.': '그 사이 다른 곳에서 {0}을(를) 변경함. 저장하지 않음.',
  '{0}:{1}: {2} Nothing was saved.': '{0}:{1}: {2} 저장하지 않음.',
  '{0} Nothing was saved.': '{0} 저장하지 않음.',
  'There is no setting {0}.': '설정 {0}이(가) 없음.',
  'The value is not YAML: {0}': '값이 YAML이 아님: {0}',
  '{0} is missing': '{0}이(가) 없음',
  'larger than 2 MB': '2 MB보다 큼',
  '{0}:{1}: {2} is not a plain literal. Write strings, numbers, True, False, None, lists and dicts only.':
    '{0}:{1}: {2}은(는) 단순 리터럴이 아님. 문자열, 숫자, True, False, None, 목록, 딕셔너리만 쓸 수 있음.',
  'The {0} parser gave no tree.': '{0} 파서가 결과를 내지 못함.',
  '{0} could not be opened as a database. {1}': '{0}을(를) 데이터베이스로 열지 못함. {1}',
  '{0} was written by a newer Nightguard ({1} > {2}). Update this one.':
    '{0}은(는) 더 새로운 Nightguard가 기록함 ({1} > {2}). 이 버전을 업데이트해야 함.',
  'The disk is full. Free some space and try again.': '디스크가 가득 참. 공간을 확보한 뒤 다시 시도 필요.',
  '{0} is being written by another program all the time. Nothing was added; try again.':
    '다른 프로그램이 {0}에 계속 쓰고 있음. 추가하지 않음. 다시 시도 필요.',
  'not an array': '배열이 아님',
  'The path {0} does not stay inside {1}.': '경로 {0}이(가) {1} 밖으로 나감.',
  '{0} is {1}: nothing is written through it.': '{0}은(는) {1}임. 그것을 통해 쓰지 않음.',
  '{0} is no plain file.': '{0}은(는) 일반 파일이 아님.',
  'its metadata has no name or version': '메타데이터에 이름이나 버전이 없음',
  '{0} printed something that is not what it was asked for': '{0}이(가) 요청과 다른 내용을 출력함',
  'it does not begin with the name of a package': '패키지 이름으로 시작하지 않음',
  'its extras are not names': 'extras가 이름이 아님',
  'its marker (after ;) is not of PEP 508': '; 뒤의 조건이 PEP 508 형식이 아님',
  'there is no address after @': '@ 뒤에 주소가 없음',
  'its versions are not of PEP 440': '버전이 PEP 440 형식이 아님',
  'it is encoded as UTF-32': 'UTF-32로 인코딩됨',
  '{0} names nothing': '{0}이(가) 가리키는 것이 없음',
  '{0} is not an option of requirements files': '{0}은(는) requirements 파일의 옵션이 아님',
  '{0} needs a value': '{0}에 값이 필요함',
  'The settings file has an error and cannot be changed from here. Mend it in an editor first.':
    '설정 파일에 오류가 있어 여기서 변경할 수 없음. 먼저 편집기에서 고쳐야 함.',
  '{0} cannot be changed without losing a comment. Change it in an editor.':
    '{0}을(를) 변경하면 주석이 사라짐. 편집기에서 변경해야 함.',
  'The file is missing or empty; the last settings stay in force.': '파일이 없거나 비어 있음. 마지막 설정을 그대로 적용함.',
  'The worker threads were already given back.': '작업 스레드가 이미 정리됨.',
  'The build is incomplete: {0}.js is missing in {1}.': '빌드가 완전하지 않음: {1}에 {0}.js가 없음.',
  '{0} was cancelled while waiting': '기다리는 동안 {0} 취소됨',
  '{0} cannot be locked. Is the disk full or the folder read-only?':
    '{0}을(를) 잠글 수 없음. 디스크가 가득 찼거나 폴더가 읽기 전용인지 확인 필요.',
};
