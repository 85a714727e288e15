import type { Wheel } from './wheel.ts';

export interface Published {
  wheel: Wheel;
  uploadTime: string;
  /** Why it was yanked (PEP 592). */
  yanked: string | null;
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/** The page of one project: JSON (PEP 691, 700) when it is asked for, HTML (PEP 503, 592) otherwise. */
export function simplePage(name: string, files: readonly Published[], accept: string): { type: string; body: string } {
  if (accept.includes(JSON_TYPE)) return { type: JSON_TYPE, body: JSON.stringify(jsonPage(name, files)) };
  const links = files.map(({ wheel, yanked }) => {
    const python = wheel.requiresPython === null ? '' : ` data-requires-python="${escaped(wheel.requiresPython)}"`;
    const withdrawn = yanked === null ? '' : ` data-yanked="${escaped(yanked)}"`;
    return `<a href="/files/${wheel.fileName}#sha256=${wheel.sha256}"${python}${withdrawn}>${wheel.fileName}</a><br>`;
  });
  return { type: 'text/html', body: `<!DOCTYPE html><html><body>${links.join('\n')}</body></html>` };
}

const jsonPage = (name: string, files: readonly Published[]): unknown => ({
  meta: { 'api-version': '1.1' },
  name,
  versions: [...new Set(files.map(({ wheel }) => wheel.version))],
  files: files.map(({ wheel, yanked, uploadTime }) => ({
    filename: wheel.fileName,
    url: `/files/${wheel.fileName}`,
    hashes: { sha256: wheel.sha256 },
    'requires-python': wheel.requiresPython,
    size: wheel.bytes.length,
    'upload-time': uploadTime,
    yanked: yanked ?? false,
  })),
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
