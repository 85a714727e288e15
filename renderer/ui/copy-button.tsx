import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { IconButton } from './icon-button.tsx';

/** Copies a text through the guardian, because the page itself has no clipboard permission. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct('app:copy');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied ? setTimeout(() => setCopied(false), 2000) : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    await run(text);
    setCopied(true);
  };
  return <IconButton icon={copied ? Check : Copy} label={copied ? t('panel.copied') : label} onClick={() => void copy()} />;
}
