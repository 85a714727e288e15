import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.tsx';
import { splitPath } from './format.ts';

/** A path that breaks in its middle when room is short: the name stays, and the whole is shown on hover. */
export function PathText({ path, copy = false }: { path: string; copy?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { folder, name } = splitPath(path);
  const text = (
    <span className="path" title={path} translate="no">
      {folder === '' ? null : <span className="path-folder">{folder}</span>}
      <span className="path-name">{name}</span>
    </span>
  );
  if (!copy) return text;
  return (
    <span className="path-with-copy">
      {text}
      <CopyButton text={path} label={t('panel.copyPath')} />
    </span>
  );
}
