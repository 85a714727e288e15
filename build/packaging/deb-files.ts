export interface DebFacts {
  version: string;
  maintainer: string;
  synopsis: string;
  description: string;
  depends: readonly string[];
  kilobytes: number;
  /** What whoever installs it has to know; '' for nothing. */
  note: string;
}

/** DEBIAN/control (Debian Policy 5.3). Pure. */
export const controlFile = (facts: DebFacts): string =>
  [
    'Package: nightguard',
    `Version: ${facts.version}`,
    'Architecture: amd64',
    `Maintainer: ${facts.maintainer}`,
    `Installed-Size: ${facts.kilobytes}`,
    `Depends: ${facts.depends.join(', ')}`,
    'Section: utils',
    'Priority: optional',
    `Description: ${facts.synopsis}`,
    ...[facts.description, facts.note].filter((line) => line !== '').map((line) => ` ${line}`),
    '',
  ].join('\n');

/** usr/share/applications/nightguard.desktop (freedesktop.org Desktop Entry Specification 1.5). */
export const DESKTOP_ENTRY = `[Desktop Entry]
Type=Application
Name=Nightguard
Comment=Guards an agent workspace
Comment[ko]=에이전트 워크스페이스를 지킵니다
Exec=/opt/Nightguard/nightguard
Icon=nightguard
StartupWMClass=Nightguard
Terminal=false
Categories=Utility;
`;
