/** Names of the views. */
export const panelNav = {
  label: '화면',
  overview: '개요',
  updates: '업데이트',
  errors: '오류',
  environment: '환경',
  health: '상태',
  rituals: '의식',
  alerts: '알림',
  constitution: '헌법',
  security: '보안',
  logs: '기록',
  archive: '보관함',
  settings: '설정',
};
