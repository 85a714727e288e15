import type { TFunction } from 'i18next';

const OF_PROCESS = /^process\.(?<name>.+)\.(?<what>runs|memory)$/;

/** The name of a check in words: those of watched processes carry the name of theirs. */
export function checkName(id: string, t: TFunction): string {
  const { name, what } = OF_PROCESS.exec(id)?.groups ?? {};
  if (name !== undefined) return t(`panel.health.ofProcess.${what}`, { name });
  const [category, subject] = id.split('.');
  return t(`panel.health.check.${category}.${subject}`, { defaultValue: id });
}
