import { python, type Rule } from './rule.ts';

const TYPES =
  /^(?:ConnectionError|ConnectionRefusedError|ConnectionResetError|ConnectionAbortedError|BrokenPipeError|TimeoutError|timeout|gaierror|URLError|ConnectTimeout|ReadTimeout|ConnectTimeoutError|ReadTimeoutError|MaxRetryError|NewConnectionError|ConnectError|RemoteDisconnected|ServerDisconnectedError|ClientConnectorError)$/;

/** Somebody at the other end does not answer: it may later. Time-outs of asyncio have a rule of their own. */
export const connectionError: Rule = {
  id: 'connection-error',
  examine({ language, type, frames }) {
    if (language !== 'python' || !TYPES.test(type)) return null;
    if (type === 'TimeoutError' && frames.some(({ file }) => /(?:^|[\\/])asyncio[\\/]/.test(file))) return null;
    return {
      type: 'RETRY_LOGIC',
      title: { en: 'Try again, waiting longer each time', ko: '재시도 로직 추가 (지수 백오프)' },
      ...python(
        'for attempt in range(3):',
        '    try:',
        '        response = call_api()',
        '        break',
        '    except (ConnectionError, TimeoutError):',
        '        if attempt == 2:',
        '            raise',
        '        time.sleep(2 ** attempt)',
      ),
    };
  },
};
