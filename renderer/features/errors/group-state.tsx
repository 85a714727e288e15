import { CircleCheck, CircleDashed, CircleSlash, Repeat, RotateCcw, Wrench, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupState as State } from '../../../shared/model/annealing.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const LOOKS: Readonly<Record<State, { tone: Tone; icon: LucideIcon }>> = {
  new: { tone: 'neutral', icon: CircleDashed },
  recurring: { tone: 'asks', icon: Repeat },
  proposed: { tone: 'asks', icon: Wrench },
  fixed: { tone: 'good', icon: CircleCheck },
  regressed: { tone: 'harm', icon: RotateCcw },
  ignored: { tone: 'neutral', icon: CircleSlash },
};

/** State of a group: word, shape, colour. */
export function GroupState({ state }: { state: State }): ReactNode {
  const { t } = useTranslation();
  return <StatusWord {...LOOKS[state]}>{t(`panel.annealing.state.${state}`)}</StatusWord>;
}
