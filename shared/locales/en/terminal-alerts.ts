/** What `alerts` says. */
export const alertsTexts = {
  alerts: {
    none: 'There are no alerts.',
    noChannels: 'No channel is configured: see `alerts` in nightguard.yaml.',
    told_one: 'told {{count}} time',
    told_other: 'told {{count}} times',
    by: 'acknowledged by {{name}}',
    from: 'from {{severity}}',
    channel: { works: 'works', unproven: 'nothing sent yet', waiting: 'tries again', dead: 'does not deliver' },
    lastSent: 'last delivery {{time}}',
    waiting_one: '{{count}} message waits',
    waiting_other: '{{count}} messages wait',
    delivered: 'delivered',
    notDelivered: 'not delivered',
    acknowledged: '{{cause}} is acknowledged: no more reminders until it comes again.',
  },
};

/** Their lines in the help. */
export const alertsHelp = {
  alerts: 'whom to tell, and what was told: list, test, ack',
  alertsList: 'list causes, newest first, and how each channel fares',
  alertsTest: 'send a test message to a channel, or to all',
  alertsAck: 'acknowledge a cause: no more reminders until it comes again',
  alertsChannel: 'name of the channel, as `alerts list` shows it',
  alertsCause: 'name of the cause, as `alerts list` shows it',
};
