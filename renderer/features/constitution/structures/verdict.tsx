import { CircleCheck, CircleDashed, CircleX, Folder, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StructureNode } from '../../../../shared/model/governance.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

const LOOKS = {
  Canonical: { tone: 'good', icon: CircleCheck },
  'Canonical-Conditional': { tone: 'asks', icon: TriangleAlert },
  'Non-Canonical': { tone: 'harm', icon: CircleX },
} as const;

/** The verdict in the constitution's own words. What the Canon vouches for was not judged, and is not green. */
export function VerdictWord({ node }: { node: Pick<StructureNode, 'result' | 'bootstrap'> }): ReactNode {
  const { t } = useTranslation();
  if (node.bootstrap) {
    return (
      <StatusWord tone="neutral" icon={ShieldCheck}>
        {t('panel.governance.node.vouched')}
      </StatusWord>
    );
  }
  if (node.result === 'Container') {
    return (
      <StatusWord tone="neutral" icon={Folder}>
        {t('panel.governance.node.container')}
      </StatusWord>
    );
  }
  return (
    <StatusWord {...LOOKS[node.result]}>
      <span translate="no">{node.result}</span>
    </StatusWord>
  );
}

/** For what could not be looked at: grey, and in words. */
export const UNCHECKED = { tone: 'neutral', icon: CircleDashed } as const;
