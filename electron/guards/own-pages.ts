import { isAbsolute, join, relative, sep } from 'node:path';

/** The scheme that serves our own pages, and nothing else of this machine. */
export const SCHEME = 'nightguard';

/** Each page has an origin, a session and a preload of its own: two levels of trust that cannot reach each other. */
export type OwnPage = 'panel' | 'approval';

/** The document of each page, below the folder of the built renderer. */
const DOCUMENTS: Readonly<Record<OwnPage, string>> = { panel: 'index.html', approval: 'approval/index.html' };
/** Scripts and styles, which the pages share. */
const ASSETS = '/assets/';

/** Nothing but our own files; no network, no inline code, no frames. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];
const POLICIES: Readonly<Record<OwnPage, string>> = {
  panel: [...STRICT, "img-src 'self' data:", "font-src 'self'"].join('; '),
  // It shows text that strangers wrote: no pictures, and nothing that could become markup.
  approval: [...STRICT, "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; '),
};

/** The content security policy of a page. */
export const policyOf = (page: OwnPage): string => POLICIES[page];

/** Where a page is opened. */
export const addressOf = (page: OwnPage): string => `${SCHEME}://${page}/index.html`;

/** True for addresses of that page's origin, whatever follows the host. */
export function isAddressOf(page: OwnPage, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === page && url.username === '' && url.password === '' && url.port === '';
}

/** The file that an address of the page stands for; undefined when it is none of the page's or leaves the folder. */
export function fileOf(page: OwnPage, folder: string, address: string): string | undefined {
  if (!isAddressOf(page, address)) return undefined;
  const path = decoded(new URL(address).pathname);
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined;
  if (path === '/' || path === '/index.html') return join(folder, DOCUMENTS[page]);
  if (!path.startsWith(ASSETS)) return undefined;
  const file = join(folder, path);
  return isBelow(join(folder, ASSETS), file) ? file : undefined;
}

function isBelow(folder: string, file: string): boolean {
  const inside = relative(folder, file);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
