import type { TFunction } from 'i18next';

const DOOR = /^(.+) \((window|terminal|telegram)\)$/;

/** Who decided and through which door, in the panel's language; as it was recorded where it has another shape. */
export function decidedBy(recorded: string, t: TFunction): string {
  const [, name, door] = DOOR.exec(recorded) ?? [];
  return name === undefined || door === undefined ? recorded : t(`panel.governance.approvals.door.${door}`, { name });
}
