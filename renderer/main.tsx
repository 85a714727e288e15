import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app.tsx';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/frame.css';
import './ui/rows.css';
import './ui/overview.css';
import './ui/split.css';
import './ui/detail.css';
import './ui/files.css';
import './ui/archive.css';
import './ui/environment.css';
import './ui/law.css';
import './ui/errors.css';
import './ui/health.css';
import './ui/logs.css';
import './ui/settings.css';
import './features/adding/adding.css';
import './ui/settings-form.css';
import './ui/diff/diff.css';
import { createPanelTexts, firstLanguage } from './ui/i18n.ts';

const place = document.querySelector('#root');
if (place === null) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    {/* The content security policy allows no style elements. */}
    <CSPProvider disableStyleElements>
      <I18nextProvider i18n={createPanelTexts(firstLanguage())}>
        <Tooltip.Provider>
          <App />
        </Tooltip.Provider>
      </I18nextProvider>
    </CSPProvider>
  </StrictMode>,
);
