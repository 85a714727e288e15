import type { SettingTexts } from './setting-text.ts';

export const rituals: SettingTexts = {
  rituals: ['Rituals', '의식', '밤의 어느 시각에 무엇을 하는지.'],
  'rituals.defaults': [
    'Built-in rituals',
    '기본 의식',
    '매일 03:00의 야간 경비와 일요일 02:00의 보안 업데이트. 아래에 같은 이름이 있으면 그것을 쓴다.',
  ],
  'rituals.python': [
    'Python file',
    'Python 파일',
    'RITUALS_CONFIG를 읽을 Python 파일. 실행하지 않고 읽는다. 없어도 된다.',
  ],
  'rituals.timeZone': ['Time zone', '시간대', '시각의 시간대. 예: Asia/Seoul. 비워 두면 이 컴퓨터의 시간대.'],
  'rituals.loopMinutes': ['Loop interval', '반복 간격', '시각이 없는 의식(trigger_hour None)을 실행하는 간격.'],
  'rituals.deadlineHours': ['Catch up within', '만회 기한', '컴퓨터가 자는 동안 놓친 실행을 이 시간 안에 한 번 만회한다.'],
  'rituals.timeoutMinutes': ['Time limit', '제한 시간', '이 시간이 지나면 의식을 멈추고 실패로 본다.'],
  'rituals.onBattery': ['Run on battery', '배터리에서 실행', 'false: 배터리로 돌아가는 동안 의식은 기다린다.'],
  'rituals.onMetered': ['Run on a metered network', '종량제 네트워크에서 실행', 'false: 종량제 네트워크에서는 의식이 기다린다.'],
  'rituals.list': ['Own rituals', '사용자 의식', '이름별 의식.'],
  'rituals.list.triggerHour': ['Hour', '시', '하루 중 시각. 0–23.'],
  'rituals.list.triggerMinute': ['Minute', '분', '그 시각의 분.'],
  'rituals.list.triggerWeekday': ['Weekday', '요일', '0 = 월요일 … 6 = 일요일. 비워 두면 매일.'],
  'rituals.list.cron': ['Cron pattern', 'cron 표현식', '시각 대신 쓰는, 필드 다섯 또는 여섯 개의 cron 표현식.'],
  'rituals.list.every': ['Again after', '반복 주기', '이 시간마다 되풀이한다: 30m, 6h, 1d.'],
  'rituals.list.agent': ['Agent', '에이전트', 'Nightguard가 직접 하지 않을 때 부탁하는 상대.'],
  'rituals.list.taskType': [
    'Task',
    '작업 종류',
    'AUTONOMOUS_DEV, AUTO_UPDATE, ENV_CHECK, DIAGNOSTIC, SECURITY_UPDATE, COMMAND 또는 에이전트의 작업.',
  ],
  'rituals.list.instruction': ['Instruction', '지시', '에이전트에게 전하는 말.'],
  'rituals.list.council': ['Council', '회의', '에이전트들이 함께 결정하는지.'],
  'rituals.list.run': ['Commands', '명령', '작업 공간에서 차례로 실행할 셸 명령.'],
  'rituals.list.enabled': ['Enabled', '사용', 'false: 목록에 남고 실행되지 않는다.'],
  'rituals.list.deadlineHours': ['Catch up within', '만회 기한', '놓친 실행을 이 시간 안에 한 번 만회한다.'],
  'rituals.list.timeoutMinutes': ['Time limit', '제한 시간', '이 시간이 지나면 멈추고 실패로 본다.'],
};
