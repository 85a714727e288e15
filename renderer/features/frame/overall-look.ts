import {
  ShieldAlert,
  ShieldCheck,
  ShieldEllipsis,
  ShieldMinus,
  ShieldQuestionMark,
  ShieldX,
  type LucideIcon,
} from 'lucide-react';
import type { Overall } from '../../../shared/model/snapshot.ts';
import type { Tone } from '../../ui/status-word.tsx';

/** Shape and colour of a workspace's state; the words come first. */
export const LOOKS: Readonly<Record<Overall, { tone: Tone; icon: LucideIcon }>> = {
  good: { tone: 'good', icon: ShieldCheck },
  working: { tone: 'working', icon: ShieldEllipsis },
  'needs-you': { tone: 'asks', icon: ShieldAlert },
  problem: { tone: 'harm', icon: ShieldX },
  paused: { tone: 'neutral', icon: ShieldMinus },
  unknown: { tone: 'neutral', icon: ShieldQuestionMark },
};
