import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { AppUpdate } from '../../../shared/model/app-update.ts';
import { HOUR, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

const STATE: AppUpdate = {
  state: 'up-to-date',
  version: null,
  bytes: null,
  percent: null,
  checkedAt: NOW - HOUR,
  reason: null,
  takenBack: null,
};

/** Updates of the application: looked for, downloaded, ready; `problem` has one behind it that did not come up. */
export function appUpdateHandlers(
  name: ScenarioName,
  act: Act,
  push: (name: string, value: unknown) => void,
): Pick<Handlers, `appUpdate:${'state' | 'look' | 'download' | 'restart'}`> {
  const takenBack = { version: '0.2.0', reason: 'It ended with code 1.', at: NOW - 2 * HOUR };
  let state: AppUpdate = name === 'problem' ? { ...STATE, takenBack } : STATE;
  const become = (part: Partial<AppUpdate>): AppUpdate => {
    state = { ...state, ...part };
    push('appUpdate', state);
    return state;
  };
  return {
    'appUpdate:state': () => state,
    'appUpdate:look': act('appUpdate:look', () =>
      name === 'could-not-check'
        ? become({ state: 'could-not-check', reason: 'net::ERR_INTERNET_DISCONNECTED' })
        : become({ state: 'available', version: '0.3.0', bytes: 98_000_000, checkedAt: NOW }),
    ),
    'appUpdate:download': act('appUpdate:download', () => become({ state: 'ready' })),
    'appUpdate:restart': act('appUpdate:restart', () => become({ state: 'restarting' })),
  };
}
