import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/frame.css';
import '../ui/rows.css';
import '../ui/split.css';
import '../ui/detail.css';
import '../ui/files.css';
import '../ui/diff/diff.css';
import './approval.css';
import { createPanelTexts, firstLanguage } from '../ui/i18n.ts';
import { ApprovalApp } from './approval-app.tsx';

const place = document.querySelector('#root');
if (place === null) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={createPanelTexts(firstLanguage())}>
      <ApprovalApp />
    </I18nextProvider>
  </StrictMode>,
);
