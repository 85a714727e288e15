import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Says whether a reference of a document leads to something. References are written from the constitution's root, from its parent
 * (as in `04_Agentic_AI_OS/README.md`), from the workspace, or from the document's own folder. Addresses and places outside the workspace
 * are not looked at: null.
 */
export function createReferenceCheck(workspace: string, root: string, file: string): (reference: string) => boolean | null {
  const bases = [dirname(file), root, dirname(root), workspace];
  return (reference) => {
    const text = reference.trim();
    if (/^[a-z][a-z\d+.-]*:/i.test(text) || text.includes('\0') || isAbsolute(text)) return null;
    const path = text.replace(/[#?].*$/, '').replaceAll('\\', '/');
    if (path === '') return null;
    const inside = bases.map((base) => resolve(join(base, path))).filter((candidate) => isBelow(workspace, candidate));
    if (inside.some((candidate) => existsSync(candidate))) return true;
    // A constitution at the workspace's own root may still be named by the folder that it once lay in.
    const tail = path.split('/').slice(1).join('/');
    if (tail !== '' && !path.startsWith('.') && existsSync(join(root, tail)) && isBelow(root, resolve(join(root, tail))))
      return true;
    return inside.length === 0 ? null : false;
  };
}

function isBelow(folder: string, path: string): boolean {
  const away = relative(folder, path);
  return away !== '..' && !away.startsWith(`..${sep}`) && !isAbsolute(away);
}
