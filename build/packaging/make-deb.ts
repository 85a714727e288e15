import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { at } from '../runtime/paths.mjs';
import { run } from '../runtime/run.mjs';
import { controlFile, DESKTOP_ENTRY, type DebFacts } from './deb-files.ts';

const INSTALLED = 'opt/Nightguard';

/** Packs a folder of the application as a Debian package with dpkg-deb: electron-builder's own way wants fpm from GitHub. Resolves with the exit code. */
export async function makeDeb(folder: string, file: string, version: string, note: string): Promise<number> {
  const root = mkdtempSync(join(dirname(file), '.deb-'));
  try {
    chmodSync(root, 0o755);
    cpSync(folder, join(root, INSTALLED), { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'u=rwX,go=rX', join(root, INSTALLED)]);
    layOut(root);
    const kilobytes = Number(execFileSync('du', ['-sk', join(root, 'opt')], { encoding: 'utf8' }).split('\t')[0]);
    write(root, 'DEBIAN/control', controlFile({ ...facts(), version, note, kilobytes }));
    return await run('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, file]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function layOut(root: string): void {
  const script = (from: string, to: string): void => {
    write(root, to, readFileSync(at('build', 'packaging', 'linux', from), 'utf8'));
    chmodSync(join(root, to), 0o755);
  };
  script('after-install.sh', 'DEBIAN/postinst');
  script('after-remove.sh', 'DEBIAN/postrm');
  write(root, 'usr/share/applications/nightguard.desktop', DESKTOP_ENTRY);
  for (const icon of readdirSync(at('build', 'icons', 'linux'))) {
    const to = join(root, 'usr/share/icons/hicolor', icon.replace('.png', ''), 'apps/nightguard.png');
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(at('build', 'icons', 'linux', icon), to);
  }
}

function write(root: string, path: string, text: string): void {
  const to = join(root, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
}

/** What electron-builder's own package says stands in its settings: said once, for both. */
function facts(): Pick<DebFacts, 'depends' | 'maintainer' | 'synopsis' | 'description'> {
  const { linux, deb } = parse(readFileSync(at('build', 'electron-builder.yml'), 'utf8')) as {
    linux: { maintainer: string; synopsis: string };
    deb: { depends: string[] };
  };
  const { description } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { description: string };
  return { depends: deb.depends, maintainer: linux.maintainer, synopsis: linux.synopsis, description };
}
