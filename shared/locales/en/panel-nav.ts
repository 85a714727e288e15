/** Names of the views. */
export const panelNav = {
  label: 'Views',
  overview: 'Overview',
  updates: 'Updates',
  errors: 'Errors',
  security: 'Security',
  environment: 'Environment',
  health: 'Health',
  rituals: 'Rituals',
  alerts: 'Alerts',
  constitution: 'Constitution',
  logs: 'Logs',
  archive: 'Archive',
  settings: 'Settings',
};
