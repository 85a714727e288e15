import { inline } from './inline.ts';
import { settingsJsonSchema, type JsonSchema } from './json-schema.ts';

export interface DefaultSettingsOptions {
  /** The Core folder; null leaves it to the person. */
  source: string | null;
  language?: 'en' | 'ko';
  /** Whether every setting is shown with its description and default. */
  comments: boolean;
}

const HEADER = {
  en: [
    'Settings of Nightguard for this workspace. What is commented out shows the default.',
    'Changes take effect when the file is saved.',
  ],
  ko: ['이 작업 공간을 위한 Nightguard 설정. 주석 처리된 값은 기본값이다.', '저장하면 바로 적용된다.'],
} as const;

/** The text of a new `nightguard.yaml`: only the source is set, everything else is there to be read and uncommented. */
export function renderDefaultSettings({ source, language = 'en', comments }: DefaultSettingsOptions): string {
  if (!comments) return source === null ? 'updates: {}\n' : `updates:\n  source: ${inline(source)}\n`;
  const lines = HEADER[language].map((line) => `# ${line}`);
  for (const [name, schema] of Object.entries(settingsJsonSchema().properties ?? {})) {
    lines.push(
      '',
      ...described(schema),
      `${name}:`,
      ...body(schema, name === 'updates' ? { source: source ?? undefined } : {}).map(shifted),
    );
  }
  return `${lines.join('\n')}\n`;
}

const described = ({ description }: JsonSchema): string[] => (description === undefined ? [] : [`# ${description}`]);
const shifted = (line: string): string => (line === '' ? '' : `  ${line}`);

/** The lines of one section: `set` are values that are really set; the others are commented out. */
function body(schema: JsonSchema, set: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property], index) => {
    const gap = index === 0 ? [] : [''];
    const value = set[name];
    if (value !== undefined) return [...gap, ...described(property), `${name}: ${inline(value)}`];
    if (property.properties !== undefined) {
      const inner = [
        `${name}:`,
        ...body(property, {})
          .filter((line) => line !== '')
          .map((line) => `  ${uncommented(line, property)}`),
      ];
      return [...gap, ...described(property), ...inner.map((line) => `# ${line}`)];
    }
    return [...gap, ...described(property), `# ${name}: ${shownDefault(property)}`];
  });
}

/** Inside a section that is commented out as a whole its values are not commented again: taking the outer # away is enough. */
function uncommented(line: string, section: JsonSchema): string {
  const key = /^# (\w+):(?: |$)/.exec(line)?.[1];
  const nested = /^# {3,}/.test(line);
  return (key !== undefined && section.properties?.[key] !== undefined) || nested ? line.slice(2) : line;
}

function shownDefault(schema: JsonSchema): string {
  if (schema.default !== undefined) return inline(schema.default);
  return schema.type === 'string' ? '"/path/to/Core"' : '';
}
