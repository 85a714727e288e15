import { python, type Rule } from './rule.ts';

const TYPES =
  /^(?:HTTPError|HTTPStatusError|RateLimitError|TooManyRequests|TooManyRequestsError|ResourceExhausted|APIError|ClientResponseError|RetryAfter|ApiException)$/;

/** The other end asks for fewer requests. */
export const rateLimit: Rule = {
  id: 'rate-limit',
  examine({ type, message }) {
    const says = /\b429\b|Too Many Requests|rate limit/i.test(message);
    const named = /^(?:RateLimitError|TooManyRequests|TooManyRequestsError|ResourceExhausted|RetryAfter)$/.test(type);
    if (!named && !(says && (TYPES.test(type) || type === 'Error'))) return null;
    return {
      type: 'RATE_LIMIT',
      title: { en: 'Wait as long as Retry-After says', ko: 'Retry-After만큼 기다린 뒤 재시도' },
      ...python(
        'if response.status_code == 429:',
        "    time.sleep(int(response.headers.get('Retry-After', '5')))",
        '    response = send_again()',
      ),
    };
  },
};
