import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollbackFile, RollbackPreview } from '../../../shared/model/updates.ts';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { groupByAction } from './rollback-plan.ts';

function File({ file }: { file: RollbackFile }): ReactNode {
  const said = useSaid();
  return (
    <li className="preview-file">
      <PathText path={file.path} />
      {file.detail === '' ? null : <span className="soft small">{said(file.detail)}</span>}
    </li>
  );
}

/** Every file that the rollback touches, by what will be done to it. */
export function PreviewList({ preview }: { preview: RollbackPreview }): ReactNode {
  const { t } = useTranslation();
  return groupByAction(preview).map(({ action, files }) => (
    <Section key={action} title={t(`panel.rollback.action.${action}`)} total={files.length}>
      <p className="soft small">{t(`panel.rollback.why.${action}`)}</p>
      <ul className={action}>
        {files.map((file) => (
          <File key={file.path} file={file} />
        ))}
      </ul>
    </Section>
  ));
}
