import { python, type Rule } from './rule.ts';

/** The disk is full. */
export const noSpace: Rule = {
  id: 'no-space',
  examine({ type, message, code }) {
    const isFull =
      code === 'ENOSPC' || (/^(?:OSError|IOError)$/.test(type) && /\[Errno 28\]|No space left on device/.test(message));
    if (!isFull && !(type === 'OperationalError' && message.includes('database or disk is full'))) return null;
    return {
      type: 'DISK_SPACE',
      title: { en: 'Check the free space before writing, and clean up', ko: '쓰기 전에 여유 공간 확인' },
      ...python(
        'free = shutil.disk_usage(folder).free',
        'if free < needed:',
        "    raise RuntimeError(f'Only {free} bytes left in {folder}')",
      ),
    };
  },
};
