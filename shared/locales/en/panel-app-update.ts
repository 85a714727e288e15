export const panelAppUpdate = {
  title: 'Update of Nightguard',
  state: {
    off: 'Nightguard {{running}}. This copy does not look for updates of itself.',
    managed: 'Nightguard {{running}}. The package manager of the system brings its updates.',
    unknown: 'Nightguard {{running}}. Not looked for updates yet.',
    looking: 'Looking for updates',
    'up-to-date': 'Nightguard {{running}} is the newest version, as of {{time}}.',
    'could-not-check': 'Could not check for updates',
    available: 'Nightguard {{version}} is there, {{size}}, signed by its publisher.',
    downloading: 'Downloading Nightguard {{version}}: {{percent}} %',
    ready: 'Nightguard {{version}} is here and proven. The former version is kept until the new one has come up.',
    restarting: 'Restarting',
  },
  takenBack: 'Nightguard {{version}} did not come up and was taken back.',
  look: 'Look for an update',
  download: 'Download {{version}}',
  restart: 'Restart to update to {{version}}',
};
