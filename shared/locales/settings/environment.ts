import type { SettingTexts } from './setting-text.ts';

export const environment: SettingTexts = {
  environment: ['Environment', '환경', '작업 공간이 돌아가는 데 필요한 것.'],
  'environment.expect': [
    'What is expected',
    '기대하는 것',
    'detected: 이런 작업 공간에 필요하다고 알려진 것과 여기 적힌 것, listed: 여기 적힌 것만.',
  ],
  'environment.python': ['Python version', 'Python 버전', '쓸 수 있는 Python 버전(PEP 440).'],
  'environment.useSystemPython': [
    'Use the system’s Python',
    '시스템 Python 사용',
    '가상 환경이 없으면 시스템 Python에 설치한다. 시스템이 금지하는 곳에는 설치하지 않는다.',
  ],
  'environment.requirements': [
    'Requirements files',
    '요구 사항 파일',
    '작업 공간 아래의 요구 사항 파일. 비워 두면 있는 requirements.txt와 pyproject.toml을 쓴다.',
  ],
  'environment.directories': ['Required folders', '필수 폴더', '작업 공간 아래에 있어야 하는 폴더.'],
  'environment.variables': ['Variables', '환경 변수', '환경 변수. 값은 절대 표시하지 않는다.'],
  'environment.variables.required': ['Required', '필수', '값이 있어야 하는 변수 이름.'],
  'environment.variables.optional': ['Optional', '선택', '값이 없을 때 언급만 하는 변수 이름.'],
  'environment.variables.file': ['File', '파일', '프로세스 환경 외에 읽는 파일. 작업 공간 아래의 경로.'],
  'environment.files': ['Required files', '필수 파일', '있어야 하는 파일.'],
  'environment.files.path': ['Path', '경로', '작업 공간 아래의 경로.'],
  'environment.files.sha256': ['SHA-256', 'SHA-256 값', '파일 내용의 해시. 16진수 64자리. 비워 두면 있기만 하면 된다.'],
  'environment.memoryPercent': ['Memory in use', '메모리 사용률', '이보다 많이 쓰이고 있으면 메모리가 부족하다고 본다.'],
  'environment.diskPercent': ['Disk in use', '디스크 사용률', '이보다 많이 쓰이고 있으면 디스크가 부족하다고 본다.'],
  'environment.fix': [
    'Mend what is missing',
    '자동 보완',
    '없는 패키지를 설치하고 없는 폴더를 만든다. 지우거나 낮추는 일은 없다.',
  ],
  'environment.beforeActs': [
    'Check around updates',
    '업데이트 전후 점검',
    '업데이트 전후에 점검한다. 업데이트 때문에 깨지면 되돌린다.',
  ],
  'environment.freshSeconds': [
    'Results stay fresh for',
    '결과 재사용 시간',
    '이보다 오래되지 않았고 파일이 바뀌지 않은 결과는 다시 쓴다.',
  ],
  'environment.checkSeconds': ['Time for a check', '점검 제한 시간', 'Python의 응답을 기다리는 시간.'],
  'environment.installSeconds': ['Time for an installation', '설치 제한 시간', '설치 한 번에 허용되는 시간.'],
};
