import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalScreen } from '../../shared/ipc/approval-contract.ts';
import { asApiError, type ApiError } from '../api/index.ts';
import { ask, hear } from './bridge.ts';

/** What waits, and how the window looks; follows what main says. `turn` counts what was heard. */
export interface ScreenState {
  screen: ApprovalScreen | null;
  turn: number;
  error: ApiError | null;
}

export function useScreen(): ScreenState {
  const [state, setState] = useState<ScreenState>({ screen: null, turn: 0, error: null });
  useEffect(() => {
    const take = (screen: ApprovalScreen): void => setState(({ turn }) => ({ screen, turn: turn + 1, error: null }));
    const off = hear('screen', take);
    ask('approval:begin', null).then(take, (cause: unknown) => setState((known) => ({ ...known, error: asApiError(cause) })));
    return off;
  }, []);
  useAppearance(state.screen);
  return state;
}

function useAppearance(screen: ApprovalScreen | null): void {
  const { i18n } = useTranslation();
  const language = screen?.language;
  const theme = screen?.theme;
  const workspace = screen?.workspace.name;
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    if (workspace !== undefined && language !== undefined)
      document.title = i18n.getFixedT(language)('approval.title', { workspace });
  }, [i18n, language, workspace]);
}
