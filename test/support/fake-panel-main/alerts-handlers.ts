import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { Alert, AlertsView } from '../../../shared/model/alerts.ts';
import { HOUR, MINUTE, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

const alert = (cause: string, part: Partial<Alert>): Alert => ({
  cause,
  severity: 'WARNING',
  title: cause,
  detail: '',
  open: 1,
  seen: 1,
  since: NOW - 3 * HOUR,
  lastSeenAt: NOW - MINUTE,
  toldTimes: 2,
  toldAt: NOW - HOUR,
  acknowledgedAt: null,
  acknowledgedBy: null,
  goneAt: null,
  ...part,
});

const OPEN: Alert[] = [
  alert('disk-full', { severity: 'CRITICAL', title: 'The disk is full', detail: '/home: 0 bytes free' }),
  alert('ritual-failed', { title: 'A ritual failed', detail: 'BUILD: npm run build', open: 3, seen: 5, toldTimes: 1 }),
  alert('approval-12', {
    title: 'A request waits for approval',
    detail: 'scout (agent): Write the collected sources to the hub.',
    acknowledgedAt: NOW - HOUR,
    acknowledgedBy: 'layer',
  }),
];
const OVER: Alert[] = [
  alert('source-missing', { title: 'Core folder not found', open: 0, since: NOW - 30 * HOUR, goneAt: NOW - 29 * HOUR }),
];

const VIEW: AlertsView = {
  alerts: [...OPEN, ...OVER],
  channels: [
    { id: 'desktop', from: 'WARNING', state: 'works', lastSentAt: NOW - HOUR, waiting: 0, error: '' },
    { id: 'telegram', from: 'ERROR', state: 'waiting', lastSentAt: NOW - 26 * HOUR, waiting: 2, error: '429 Too Many Requests' },
    { id: 'webhook hooks.example.org', from: 'ERROR', state: 'dead', lastSentAt: null, waiting: 0, error: 'HTTP 404' },
    { id: 'hub', from: 'CRITICAL', state: 'unproven', lastSentAt: null, waiting: 0, error: '' },
  ],
  deliveries: [
    { id: 4, channel: 'telegram', state: 'pending', at: NOW - HOUR, attempts: 3, error: '429 Too Many Requests' },
    { id: 3, channel: 'webhook hooks.example.org', state: 'dead', at: NOW - HOUR, attempts: 1, error: 'HTTP 404' },
    { id: 2, channel: 'desktop', state: 'sent', at: NOW - HOUR, attempts: 1, error: '' },
    { id: 1, channel: 'email', state: 'uncertain', at: NOW - 9 * HOUR, attempts: 1, error: '' },
  ],
};

const QUIET: AlertsView = {
  alerts: [],
  channels: [{ id: 'desktop', from: 'WARNING', state: 'unproven', lastSentAt: null, waiting: 0, error: '' }],
  deliveries: [],
};

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

/** Alerts of fixtures that can be acknowledged, and channels of which one does not deliver. */
export function alertsHandlers(
  name: ScenarioName,
  act: Act,
  changed: () => void,
): Pick<Handlers, `alerts:${'list' | 'ack' | 'test'}`> {
  let view = name === 'problem' || name === 'failing' ? VIEW : QUIET;
  return {
    'alerts:list': () => view,
    'alerts:ack': act('alerts:ack', ({ cause }) => {
      const known = { acknowledgedAt: Date.now(), acknowledgedBy: 'layer' };
      view = { ...view, alerts: view.alerts.map((one) => (one.cause === cause ? { ...one, ...known } : one)) };
      changed();
      return null;
    }),
    'alerts:test': act('alerts:test', ({ channel }) =>
      view.channels
        .filter(({ id }) => channel === null || id === channel)
        .map(({ id, state, error }) => ({ channel: id, delivered: state !== 'dead', error: state === 'dead' ? error : '' })),
    ),
  };
}
