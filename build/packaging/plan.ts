export type OwnPackage = 'tar.gz' | 'deb';

export interface PackagePlan {
  /** Targets of electron-builder, which brings their tools from GitHub; null: only the folder, which needs none. */
  builder: readonly string[] | null;
  /** Made from that folder with what Debian has. */
  own: readonly OwnPackage[];
  skipped: readonly { what: string; why: string }[];
}

const TARGETS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'portable'],
};
const NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** What is made on this machine, and what is not. An Electron for tests is only ever packed where no download is needed. Pure. */
export function planPackages(options: { platform: NodeJS.Platform; onlyFolder: boolean; isForTests: boolean }): PackagePlan {
  const { platform, onlyFolder, isForTests } = options;
  const elsewhere = Object.entries(TARGETS)
    .filter(([name]) => name !== platform)
    .map(([name, targets]) => ({
      what: `${targets.join(', ')} for ${NAMES[name as NodeJS.Platform]}`,
      why: `they are made on ${NAMES[name as NodeJS.Platform]}.`,
    }));
  const targets = TARGETS[platform] ?? [];
  if (onlyFolder)
    return {
      builder: null,
      own: [],
      skipped: [{ what: targets.join(', '), why: 'only the folder was asked for.' }, ...elsewhere],
    };
  if (!isForTests) return { builder: targets, own: [], skipped: elsewhere };
  const own: OwnPackage[] = platform === 'linux' ? ['tar.gz', 'deb'] : [];
  const rest = targets.filter((target) => !own.some((one) => one === target));
  const why =
    'electron-builder gets the tools for them from GitHub, and nothing that people would install is made of an Electron for tests.';
  return { builder: null, own, skipped: [{ what: rest.join(', '), why }, ...elsewhere] };
}
