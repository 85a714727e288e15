import { CircleCheck, CircleDashed, CircleX, ClockAlert, LoaderCircle, Send, SkipForward, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RitualRun } from '../../../shared/model/rituals.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const LOOKS: Readonly<Record<NonNullable<RitualRun['result']> | 'running', { tone: Tone; icon: LucideIcon }>> = {
  running: { tone: 'working', icon: LoaderCircle },
  done: { tone: 'good', icon: CircleCheck },
  failed: { tone: 'harm', icon: CircleX },
  'timed-out': { tone: 'harm', icon: CircleX },
  'handed-over': { tone: 'neutral', icon: Send },
  unanswered: { tone: 'harm', icon: CircleX },
  interrupted: { tone: 'asks', icon: CircleX },
  missed: { tone: 'asks', icon: ClockAlert },
  superseded: { tone: 'neutral', icon: CircleDashed },
  skipped: { tone: 'neutral', icon: SkipForward },
};

/** How a run ended, or that it goes on. */
export function RunResult({ run }: { run: Pick<RitualRun, 'result'> }): ReactNode {
  const { t } = useTranslation();
  const result = run.result ?? 'running';
  return <StatusWord {...LOOKS[result]}>{t(`panel.rituals.result.${result}`)}</StatusWord>;
}
