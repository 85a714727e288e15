import { isAbsolute, join, relative, sep } from 'node:path';

/** The scheme that serves the panel, and nothing else of this machine. */
export const SCHEME = 'nightguard';
const PANEL_ORIGIN = `${SCHEME}://panel`;
export const PANEL_URL = `${PANEL_ORIGIN}/index.html`;

/** Nothing but our own files; no network, no inline code, no frames. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** True for addresses of the panel itself, whatever follows the host. */
export function isPanelUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === 'panel' && url.username === '' && url.password === '' && url.port === '';
}

/** The file that an address of the panel stands for; undefined when it is none of ours or leaves the folder. */
export function panelFile(folder: string, address: string): string | undefined {
  if (!isPanelUrl(address)) return undefined;
  const path = decoded(new URL(address).pathname);
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const inside = relative(folder, file);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : file;
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
