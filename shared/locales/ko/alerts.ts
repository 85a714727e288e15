import type { alerts as english } from '../en/alerts.ts';
import type { Texts } from '../en/index.ts';

export const alerts: Texts<typeof english> = {
  kind: { alert: '{{severity}}', reminder: '아직 해결되지 않음', resolved: '해결됨', morning: '지난밤' },
  severity: { INFO: '알림', WARNING: '경고', ERROR: '오류', CRITICAL: '심각' },
  gone: '해결됨',
  many_one: '{{count}}건',
  many_other: '{{count}}건',
  more_one: '그 밖에 {{count}}건',
  more_other: '그 밖에 {{count}}건',
  items_one: '{{count}}곳 영향',
  items_other: '{{count}}곳 영향',
};
