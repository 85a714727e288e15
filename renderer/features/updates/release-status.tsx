import { CircleCheck, CircleX, RefreshCw, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseSummary } from '../../../shared/model/updates.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

type Word = 'applied' | 'putBack' | 'rolledBack' | 'takenBack' | 'failed' | 'applying' | 'verifying';

const LOOKS: Readonly<Record<Word, { tone: Tone; icon: LucideIcon }>> = {
  applied: { tone: 'good', icon: CircleCheck },
  putBack: { tone: 'good', icon: CircleCheck },
  rolledBack: { tone: 'asks', icon: Undo2 },
  takenBack: { tone: 'neutral', icon: Undo2 },
  failed: { tone: 'harm', icon: CircleX },
  applying: { tone: 'working', icon: RefreshCw },
  verifying: { tone: 'working', icon: RefreshCw },
};

const WORDS: Readonly<Record<ReleaseSummary['status'], Word>> = {
  SUCCESS: 'applied',
  ROLLED_BACK: 'rolledBack',
  FAILED: 'failed',
  APPLYING: 'applying',
  VERIFYING: 'verifying',
};

/** The exact word for the state of a release: a person's rollback reads differently from one that a failed check caused. */
function releaseWord({ status, kind, rolledBackBy }: ReleaseSummary): Word {
  if (rolledBackBy !== null) return 'takenBack';
  return status === 'SUCCESS' && kind === 'rollback' ? 'putBack' : WORDS[status];
}

/** State of a release: word, shape, colour. */
export function ReleaseStatus({ release }: { release: ReleaseSummary }): ReactNode {
  const { t } = useTranslation();
  const word = releaseWord(release);
  const { tone, icon } = LOOKS[word];
  return (
    <StatusWord tone={tone} icon={icon}>
      {t(`panel.release.state.${word}`, { by: release.rolledBackBy ?? '' })}
    </StatusWord>
  );
}
