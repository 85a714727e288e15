/** Names of the views. */
export const panelNav = {
  label: 'Views',
  overview: 'Overview',
  updates: 'Updates',
  errors: 'Errors',
  security: 'Security',
  environment: 'Environment',
  constitution: 'Constitution',
  archive: 'Archive',
  settings: 'Settings',
};
