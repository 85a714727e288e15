/** The Environment view. What checks say is in `environment`. */
export const panelEnvironment = {
  checks: 'Checks',
  checked: 'checked <time/>',
  running: { checking: 'Checking now', installing: 'Installing {{detail}}' },
  checkAndFix: 'Check and put right',
  lookOnly: 'Only look',
  whatFixes: 'Missing packages are installed and missing folders created. Nothing is removed or downgraded.',
  empty: 'A check looks at Python, packages, folders, variables, files, memory and disk. In a terminal: nightguard check',
  log: 'The whole output:',
};
