import type { SettingTexts } from './setting-text.ts';

const FROM = ['From severity', '최소 심각도', '이 심각도부터 이 경로를 쓴다.'] as const;

export const alerts: SettingTexts = {
  alerts: ['Alerts', '알림', '무엇을 누구에게 언제 알리고 언제 알리지 않을지.'],
  'alerts.batchSeconds': ['Gathering time', '묶음 시간', '이 시간 안에 생긴 것은 한 메시지로 알린다.'],
  'alerts.resolveSeconds': ['Gone for', '해소 확인 시간', '원인이 이만큼 사라져 있어야 해소되었다고 알린다.'],
  'alerts.reminderHours': [
    'Pauses between reminders',
    '재알림 간격',
    '확인되지도 해소되지도 않은 것을 다시 알리는 간격. 마지막 간격이 계속된다.',
  ],
  'alerts.capPerHour': [
    'Messages an hour',
    '시간당 메시지 수',
    '경로마다 한 시간에 보내는 메시지 수. 넘는 것은 다음 메시지에 모은다.',
  ],
  'alerts.quietHours': ['Quiet hours', '방해 금지 시간', 'CRITICAL만 사람을 깨울 수 있는 시간.'],
  'alerts.quietHours.enabled': [
    'Keep quiet hours',
    '방해 금지',
    '이 시간에는 CRITICAL만 보내고 나머지는 아침 보고 하나로 모은다.',
  ],
  'alerts.quietHours.from': ['Begin', '시작', '시작 시각. 예: 23:00.'],
  'alerts.quietHours.to': ['End', '끝', '끝나는 시각. 예: 07:00.'],
  'alerts.quietHours.morningReport': [
    'Morning report',
    '아침 보고',
    '이 시간이 끝나면 적용, 보류, 치유, 실패한 것을 CRITICAL 전용이 아닌 모든 경로로 보고한다.',
  ],
  'alerts.desktop': ['Desktop', '데스크톱', '데스크톱 알림.'],
  'alerts.desktop.enabled': ['Show notifications', '알림 표시', '이 데스크톱에 알림을 표시한다.'],
  'alerts.desktop.from': FROM,
  'alerts.telegram': ['Telegram', 'Telegram 알림', 'Telegram 메시지.'],
  'alerts.telegram.enabled': ['Send messages', '메시지 보내기', 'Telegram 대화방으로 메시지를 보낸다.'],
  'alerts.telegram.chatId': ['Chat id', '대화방 ID', '토큰은 작업 공간의 .env 또는 환경의 TELEGRAM_BOT_TOKEN에서 읽는다.'],
  'alerts.telegram.from': FROM,
  'alerts.webhooks': ['Webhooks', '웹훅', '일반 JSON, Slack 또는 Discord.'],
  'alerts.webhooks.url': ['Address', '주소', '메시지를 보낼 주소.'],
  'alerts.webhooks.kind': ['Kind', '종류', '메시지의 형식.'],
  'alerts.webhooks.from': FROM,
  'alerts.email': ['E-mail', '이메일', 'SMTP로 보내는 이메일.'],
  'alerts.email.enabled': ['Send e-mail', '이메일 보내기', '이메일을 보낸다.'],
  'alerts.email.host': ['Server', '서버', 'SMTP 서버.'],
  'alerts.email.port': ['Port', '포트', 'SMTP 서버의 포트.'],
  'alerts.email.secure': [
    'TLS from the start',
    '처음부터 TLS',
    '465 포트처럼 첫 바이트부터 TLS를 쓴다. 아니면 서버가 지원할 때 STARTTLS를 쓴다.',
  ],
  'alerts.email.user': ['User', '사용자', '비밀번호는 작업 공간의 .env 또는 환경의 SMTP_PASSWORD에서 읽는다.'],
  'alerts.email.sender': ['Sender', '보내는 주소', '메시지를 보내는 주소.'],
  'alerts.email.recipients': ['Recipients', '받는 주소', '메시지를 받는 주소.'],
  'alerts.email.from': FROM,
  'alerts.hub': ['Agents', '에이전트', '에이전트에게 알림.'],
  'alerts.hub.enabled': ['Tell the agents', '에이전트에 알리기', '에이전트에게 알린다.'],
  'alerts.hub.from': FROM,
};
