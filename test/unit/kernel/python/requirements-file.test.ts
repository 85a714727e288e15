import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBytes, parseRequirementsFile, type FileLine } from '../../../../electron/kernel/python/index.ts';

const linesOf = (text: string | Uint8Array): readonly FileLine[] => {
  const parsed = parseRequirementsFile(typeof text === 'string' ? Buffer.from(text) : text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.lines;
};
const at = (bytes: Uint8Array, { start, end }: { start: number; end: number }): string =>
  Buffer.from(bytes.subarray(start, end)).toString('utf8');

describe('a requirements file', () => {
  it('is read line by line with comments, continued lines, options and hashes', () => {
    const text = [
      '# 주석: 패키지 목록',
      '',
      '-i https://index.example/simple',
      '--extra-index-url=https://other.example/simple # second',
      '-r base.txt',
      '--requirement "more files.txt"',
      '-cconstraints.txt',
      '-e ./local',
      '--editable git+https://example.org/x.git#egg=Some.Name',
      'requests[socks,security]>=2.0,<3 ; python_version >= "3" # why',
      'pinned==1.0 \\',
      '    --hash=sha256:abc123 \\',
      '    --hash=sha512:def456',
      'by-url @ https://example.org/by_url-1.0-py3-none-any.whl#sha256=ff ; os_name == "posix"',
      './wheels/thing-1.0-py3-none-any.whl',
      'https://example.org/Some_Pkg-2.0-py3-none-any.whl',
      'not a requirement',
      '--bogus',
      '--pre',
    ].join('\n');
    const lines = linesOf(text);
    expect(lines.map(({ kind, line }) => [line, kind])).toEqual([
      [3, 'option'], [4, 'option'], [5, 'include'], [6, 'include'], [7, 'constraint'], [8, 'editable'], [9, 'editable'], [10, 'requirement'],
      [11, 'requirement'], [14, 'requirement'], [15, 'location'], [16, 'location'], [17, 'invalid'], [18, 'invalid'], [19, 'option'],
    ]); // prettier-ignore
    expect(lines[1]).toMatchObject({ name: '--extra-index-url', value: 'https://other.example/simple' });
    expect(lines[3]).toMatchObject({ path: 'more files.txt' });
    expect(lines[4]).toMatchObject({ path: 'constraints.txt' });
    expect(lines[6]).toMatchObject({ key: 'some-name' });
    expect(lines[7]).toMatchObject({ requirement: { key: 'requests', extras: ['socks', 'security'] } });
    expect(lines[8]).toMatchObject({
      hashes: [
        { algorithm: 'sha256', digest: 'abc123' },
        { algorithm: 'sha512', digest: 'def456' },
      ],
    });
    expect(lines[9]).toMatchObject({
      requirement: { key: 'by-url', url: 'https://example.org/by_url-1.0-py3-none-any.whl#sha256=ff' },
    });
    expect(lines[10]).toMatchObject({ key: 'thing' });
    expect(lines[11]).toMatchObject({ key: 'some-pkg' });
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as PowerShell writes it', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-8 with Windows line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('knows the bytes of each version in %s', (_, encode) => {
    const bytes = encode('# 한글 😀\nFoo >= 1.0 ,\\\n  == 1.2.* # 끝\nbar==2.0;os_name=="posix"\n');
    const parsed = parseRequirementsFile(bytes);
    if (!parsed.ok) throw new Error(parsed.message);
    const edits = parsed.lines.flatMap((line) =>
      line.kind === 'requirement' ? line.clauses.map(({ versionSpan }) => ({ ...versionSpan, text: '9.9' })) : [],
    );
    expect(Buffer.from(editBytes(bytes, parsed.encoding, edits))).toEqual(
      encode('# 한글 😀\nFoo >= 9.9 ,\\\n  == 9.9 # 끝\nbar==9.9;os_name=="posix"\n'),
    );
  });

  it('keeps bytes that are no text at all', () => {
    const bytes = Buffer.concat([Buffer.from('# '), Buffer.from([0xff, 0x80, 0xc3]), Buffer.from('\na==1.0\n')]);
    const [line] = linesOf(bytes);
    if (line?.kind !== 'requirement') throw new Error('not read');
    expect(at(bytes, line.whole)).toBe('a==1.0');
    const first = line.clauses[0];
    expect(first === undefined ? '' : at(bytes, first.versionSpan)).toBe('1.0');
  });

  it('keeps every byte outside the versions that are changed, whatever the file looks like', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:[-_.][a-z0-9]{1,4})?$/);
    const version = fc.constantFrom('1', '1.0', '2024.1', '1.0rc1', '1.0.post2', '0.1+local');
    const gap = fc.constantFrom('', ' ', '  ', '\t', ' \\\n ');
    const tail = fc.constantFrom(
      '',
      '  # 주석',
      ' ; python_version >= "3.8"',
      ';os_name=="posix"',
      ' --hash=sha256:ab',
      ' \\\n  --hash=sha256:cd # x',
    );
    const requirement = fc.record({ name, version, before: gap, after: gap, extras: fc.constantFrom('', '[a]', '[a, b]'), tail });
    const other = fc.constantFrom(
      '',
      '# comment',
      '-r other.txt',
      '--no-index',
      '-e .',
      'x @ https://e.org/x.whl',
      '  # 한글\\',
      '\t',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(requirement, other), end), { maxLength: 12 }), (rows) => {
        const build = (changed: boolean): string =>
          rows
            .map(([row, ending]) => {
              const text =
                typeof row === 'string'
                  ? row
                  : `${row.name}${row.extras}${row.before}==${row.after}${changed ? '7.7.7' : row.version}${row.tail}`;
              return text.replaceAll('\n', ending) + ending;
            })
            .join('');
        const bytes = Buffer.from(build(false));
        const parsed = parseRequirementsFile(bytes);
        if (!parsed.ok) throw new Error(parsed.message);
        const edits = parsed.lines.flatMap((line) =>
          line.kind === 'requirement' ? line.clauses.map(({ versionSpan }) => ({ ...versionSpan, text: '7.7.7' })) : [],
        );
        expect(Buffer.from(editBytes(bytes, parsed.encoding, edits)).toString()).toBe(build(true));
      }),
    );
  });
});
