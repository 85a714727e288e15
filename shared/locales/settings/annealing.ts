import type { SettingTexts } from './setting-text.ts';

export const annealing: SettingTexts = {
  annealing: ['Errors', '오류', '프로그램 오류를 수집하고 해결책을 제안하는 방식.'],
  'annealing.threshold': ['Analysed from', '분석 기준 횟수', '기간 안에 이만큼 반복된 오류를 분석한다.'],
  'annealing.windowHours': ['Window', '집계 기간', '오류를 세는 과거 기간.'],
  'annealing.keepEvents': ['Errors kept whole', '보존할 오류 수', '온전히 보존하는 최신 오류 수. 더 오래된 것은 개수만 센다.'],
  'annealing.ingest': ['Reception', '수신', 'Sentry 프로토콜로 받는 오류.'],
  'annealing.ingest.enabled': [
    'Listen',
    '수신 대기',
    'Sentry SDK로 오류를 보고하는 프로그램, 에이전트, Prometheus를 위해 127.0.0.1에서 기다린다.',
  ],
  'annealing.ingest.port': ['Port', '포트', '0이면 비어 있는 포트를 쓴다. 주소의 토큰은 비밀 값과 함께 보관한다.'],
  'annealing.logs': ['Log files', '로그 파일', '오류를 찾아 읽을 로그 파일. 작업 공간 아래의 경로 또는 glob.'],
  'annealing.drops': [
    'Folder of error files',
    '오류 파일 폴더',
    '프로그램이 error_*.json을 두는, 작업 공간 아래의 폴더. 파일은 그대로 둔다.',
  ],
  'annealing.proof': ['Proof', '증명', '제안된 수정을 시험하는 방식.'],
  'annealing.proof.replay': [
    'Replay the command',
    '명령 재실행',
    '실패한 명령을 자격 증명이 없는 임시 사본에서 다시 실행해 수정이 통하는지 본다.',
  ],
  'annealing.proof.timeoutSeconds': ['Time limit', '제한 시간', '이보다 오래 걸리는 재실행은 아무것도 증명하지 않는다.'],
  'annealing.proof.maxCopyMB': ['Largest copy', '최대 사본 크기', '이보다 큰 작업 공간은 복사하지 않으며 증명하지 않는다.'],
  'annealing.ai': ['Language model', '언어 모델', '언어 모델이 만드는 패치. 직접 켜기 전에는 꺼져 있다.'],
  'annealing.ai.enabled': [
    'Let it propose patches',
    '패치 제안 허용',
    '언어 모델이 패치를 제안하게 한다. 오류 주변의 소스 코드가 이 컴퓨터 밖으로 나간다.',
  ],
  'annealing.ai.when': [
    'When it is asked',
    '요청 시점',
    'asked: 사람이 요청할 때만, no-rule: 오류가 반복되고 패치가 있는 규칙이 없으면 스스로도.',
  ],
  'annealing.ai.provider': ['Provider', '제공자', 'compatible: 로컬을 포함해 OpenAI 프로토콜을 쓰는 모든 서버.'],
  'annealing.ai.model': ['Model', '모델', '제공자가 부르는 모델 이름.'],
  'annealing.ai.baseUrl': ['Address', '주소', '서버 주소. 비워 두면 제공자의 기본 주소.'],
  'annealing.ai.keyVariable': [
    'Variable of the key',
    '키 변수',
    '키가 담긴 환경 변수 또는 .env 변수의 이름. 키 자체는 여기에 적지 않는다.',
  ],
  'annealing.ai.timeoutSeconds': ['Time limit', '제한 시간', '이보다 오래 걸리는 답은 포기한다.'],
  'annealing.ai.dailyTokens': ['Tokens a day', '하루 토큰', '하루 토큰이 이 수를 넘을 수 있는 질문은 보내지 않는다.'],
  'annealing.ai.dailyUsd': ['US dollars a day', '하루 비용', '같은 한도를 미국 달러로. 아래 단가로 계산한다.'],
  'annealing.ai.inputPrice': ['Price of input', '입력 단가', '보낸 토큰 백만 개당 미국 달러. 비용을 세지 않으면 0.'],
  'annealing.ai.outputPrice': ['Price of output', '출력 단가', '받은 토큰 백만 개당 미국 달러.'],
};
