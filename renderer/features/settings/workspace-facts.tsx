import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { Command } from '../../ui/command.tsx';
import { INIT_COMMAND } from '../../ui/error-texts.ts';
import { count } from '../../ui/format.ts';
import { PathText } from '../../ui/path-text.tsx';

/** Where the workspace and its Core folder lie, and how updates come in. */
export function WorkspaceFacts({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t, i18n } = useTranslation();
  const { path, source } = snapshot.workspace;
  return (
    <dl className="facts pad">
      <dt>{t('panel.settings.folder')}</dt>
      <dd>
        <PathText path={path} copy />
      </dd>
      <dt>Core</dt>
      <dd>
        {source === null ? (
          <>
            <p>{t('panel.settings.noSource')}</p>
            <Command text={INIT_COMMAND} />
          </>
        ) : (
          <PathText path={source} copy />
        )}
      </dd>
      <dt>{t('panel.settings.updates')}</dt>
      <dd>{t(`panel.settings.when.${snapshot.when}`)}</dd>
      <dt>{t('panel.settings.tracked')}</dt>
      <dd>{count(snapshot.trackedFiles, i18n.language)}</dd>
      <dt>{t('panel.settings.file')}</dt>
      <dd>
        <span translate="no">nightguard.yaml</span> <span className="soft">{t('panel.settings.fileHow')}</span>
      </dd>
    </dl>
  );
}
