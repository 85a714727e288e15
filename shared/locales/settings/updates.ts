import type { SettingTexts } from './setting-text.ts';

export const updates: SettingTexts = {
  updates: ['Updates', '업데이트', 'Core의 업데이트를 들여오는 방식.'],
  'updates.source': ['Core folder', 'Core 폴더', '업데이트를 가져올 Core 폴더. 절대 경로 또는 작업 공간 기준 경로.'],
  'updates.include': ['Files that take part', '대상 파일', '업데이트 대상이 되는 파일. gitignore 문법.'],
  'updates.exclude': ['Files left out', '제외할 파일', '대상 가운데 제외할 파일. gitignore 문법. .driveignore도 따른다.'],
  'updates.quietSeconds': ['Quiet time in Core', 'Core 안정 시간', '이 시간 동안 Core에 변경이 없을 때만 묶음을 적용한다.'],
  'updates.when': [
    'When to update',
    '업데이트 시점',
    'immediate: Core가 안정되는 즉시, ritual: 의식 시각(03:00), manual: 요청할 때만.',
  ],
  'updates.deletions': [
    'Files deleted in Core',
    'Core에서 삭제된 파일',
    'Core에서 사라진 파일: keep은 여기에 남기고, archive는 보관한 뒤 지운다.',
  ],
  'updates.conflicts': [
    'Files changed on both sides',
    '양쪽에서 바뀐 파일',
    'hold: 결정을 기다린다. take-source: Core 버전을 쓴다(이쪽 버전은 보관).',
  ],
  'updates.brake': ['Brake', '제동', '이보다 큰 묶음은 사람의 결정을 기다린다.'],
  'updates.brake.files': ['Files at most', '최대 파일 수', '이보다 많은 파일을 바꾸거나 지우는 묶음은 보류한다.'],
  'updates.brake.percent': [
    'Share at most',
    '최대 비율',
    'Core에서 온 전체 파일 가운데 이 비율보다 많이 바꾸거나 지우는 묶음은 보류한다.',
  ],
  'updates.maxFileMB': ['Largest file', '최대 파일 크기', '이보다 큰 파일은 보류한다.'],
  'updates.archive': ['Archive', '보관', '교체된 파일을 보관하는 위치와 기간.'],
  'updates.archive.path': ['Archive folder', '보관 폴더', '교체된 파일을 보관하는 곳. 작업 공간 아래의 경로.'],
  'updates.archive.retention': [
    'What is kept',
    '보존 범위',
    '`archive prune`이 남겨 두는 것. 무엇이든 마지막 사본은 항상 남는다.',
  ],
  'updates.archive.retention.last': ['Newest versions', '최신 버전 수', '파일마다 항상 남겨 두는 최신 보관 버전 수.'],
  'updates.archive.retention.daily': ['Daily versions', '일별 보존', '하루의 마지막 버전을 남겨 두는 일수.'],
  'updates.archive.retention.weekly': ['Weekly versions', '주별 보존', '한 주의 마지막 버전을 남겨 두는 주 수.'],
  'updates.archive.retention.monthly': ['Monthly versions', '월별 보존', '한 달의 마지막 버전을 남겨 두는 개월 수.'],
  'updates.verify': ['Verification', '검증 명령', '업데이트 뒤 성공해야 하는 명령. 실패하면 자동으로 되돌린다.'],
  'updates.verify.run': ['Command', '명령', '작업 공간에서 실행할 셸 명령.'],
  'updates.verify.timeoutSeconds': ['Time limit', '제한 시간', '이 시간이 지나면 종료하고 실패로 본다.'],
  'updates.allowStream': [
    'Allow stream mode',
    '스트림 모드 허용',
    '스트림 모드의 Drive 폴더를 허용한다. 읽으면 전부 내려받으므로 미러 모드가 낫다.',
  ],
};
