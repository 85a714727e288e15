import { CircleAlert, CircleDot, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../shared/model/governance.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

const LOOKS = {
  low: { tone: 'neutral', icon: CircleDot },
  medium: { tone: 'asks', icon: CircleAlert },
  high: { tone: 'harm', icon: TriangleAlert },
} as const;

/** How much an act could do, in words and shape before colour. */
export function RiskWord({ risk }: { risk: Risk }): ReactNode {
  const { t } = useTranslation();
  return <StatusWord {...LOOKS[risk]}>{t(`panel.governance.approvals.risk.${risk}`)}</StatusWord>;
}
