import { systemPreferences } from 'electron';

/** The colour that the person chose for the system, as `#rrggbb`; null where the system does not say. */
export function systemAccent(): string | null {
  const [, colour] = /^#?([0-9a-f]{6})/i.exec(systemPreferences.getAccentColor()) ?? [];
  return colour === undefined ? null : `#${colour.toLowerCase()}`;
}

/** Calls back when another one was chosen; macOS tells of it only when the application starts. Returns the function that stops listening. */
export function onSystemAccent(changed: () => void): () => void {
  if (process.platform === 'darwin') return () => undefined;
  systemPreferences.on('accent-color-changed', changed);
  return () => void systemPreferences.off('accent-color-changed', changed);
}
