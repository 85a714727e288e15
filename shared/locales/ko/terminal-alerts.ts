import type { Texts } from '../en/index.ts';
import type { alertsHelp as englishHelp, alertsTexts as english } from '../en/terminal-alerts.ts';

export const alertsTexts: Texts<typeof english> = {
  alerts: {
    none: '알림 없음.',
    noChannels: '설정된 채널 없음. nightguard.yaml의 `alerts` 참고.',
    told_one: '{{count}}회 알림',
    told_other: '{{count}}회 알림',
    by: '{{name}} 확인함',
    from: '{{severity}}부터',
    channel: { works: '정상', unproven: '아직 보낸 적 없음', waiting: '다시 시도 중', dead: '전달되지 않음' },
    lastSent: '마지막 전달 {{time}}',
    waiting_one: '대기 {{count}}건',
    waiting_other: '대기 {{count}}건',
    delivered: '전달됨',
    notDelivered: '전달되지 않음',
    acknowledged: '{{cause}} 확인됨: 다시 생길 때까지 재알림 없음.',
  },
};

export const alertsHelp: Texts<typeof englishHelp> = {
  alerts: '누구에게 무엇을 알렸는지: 목록, 시험, 확인',
  alertsList: '원인 목록, 최신순. 채널별 상태 포함',
  alertsTest: '한 채널 또는 모든 채널에 시험 메시지 보내기',
  alertsAck: '원인을 확인함으로 표시: 다시 생길 때까지 재알림 없음',
  alertsChannel: '`alerts list`에 나오는 채널 이름',
  alertsCause: '`alerts list`에 나오는 원인 이름',
};
