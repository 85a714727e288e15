import type { FormField, LeafField, SectionField } from '../../../shared/model/settings-form.ts';
import { settingsForm } from './settings-form.ts';

type Language = 'en' | 'ko';

const WORDS = {
  en: {
    title: 'Settings of nightguard.yaml',
    made: 'Made from the schema by `npm run schema`: change the schema, not this page.',
    other: '[한국어](REFERENCE.ko.md)',
    head: ['Setting', 'What it does', 'Default', 'Allowed'],
    switch: '`true`, `false`',
    whole: 'whole number',
    number: 'number',
    text: 'text',
    list: { text: 'list of texts', number: 'list of numbers' },
    groups: 'list of groups with the keys below',
    named: 'groups by name, with the keys below',
    required: 'required',
    nothing: 'nothing',
    from: (least: number) => `from ${least}`,
    to: (most: number) => `to ${most}`,
    unit: {
      seconds: 'seconds',
      minutes: 'minutes',
      hours: 'hours',
      days: 'days',
      megabytes: 'MB',
      percent: '%',
      dollars: 'US dollars',
    },
  },
  ko: {
    title: 'nightguard.yaml 설정',
    made: '`npm run schema`가 스키마에서 만든다. 이 문서가 아니라 스키마를 고친다.',
    other: '[English](REFERENCE.md)',
    head: ['설정', '하는 일', '기본값', '허용값'],
    switch: '`true`, `false`',
    whole: '정수',
    number: '수',
    text: '문자열',
    list: { text: '문자열 목록', number: '수 목록' },
    groups: '아래 키를 가진 묶음의 목록',
    named: '이름마다 아래 키를 가진 묶음',
    required: '필수',
    nothing: '없음',
    from: (least: number) => `${least} 이상`,
    to: (most: number) => `${most} 이하`,
    unit: { seconds: '초', minutes: '분', hours: '시간', days: '일', megabytes: 'MB', percent: '%', dollars: '미국 달러' },
  },
} as const;

/** The reference of all settings as Markdown: a table for each section, with key, name, meaning, default and allowed values. */
export function settingsReference(language: Language): string {
  const { title, made, other } = WORDS[language];
  const sections = settingsForm(language).map((section) => sectionText(section, language));
  return `# ${title}\n\n${other}\n\n${made}\n\n${sections.join('\n\n')}\n`;
}

function sectionText(section: SectionField, language: Language): string {
  const { head } = WORDS[language];
  const rows = rowsOf(section.fields, section.key, language);
  return [
    `## ${section.label} (\`${section.key}\`)`,
    '',
    section.help,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

const rowsOf = (fields: readonly FormField[], above: string, language: Language): string[] =>
  fields.flatMap((field) => {
    const path = `${above}.${field.key}`;
    if (field.kind === 'section') return rowsOf(field.fields, path, language);
    const inner = 'fields' in field ? rowsOf(field.fields, `${path}${field.kind === 'named' ? '.…' : '[]'}`, language) : [];
    return [row(field, path, language), ...inner];
  });

function row(field: LeafField, path: string, language: Language): string {
  const cells = [`${field.label}<br>${code(path)}`, cell(field.help), fallback(field, language), allowed(field, language)];
  return `| ${cells.join(' | ')} |`;
}

function fallback({ fallback: given, presence }: LeafField, language: Language): string {
  if (presence === 'required') return WORDS[language].required;
  return given === undefined || given === null ? WORDS[language].nothing : code(JSON.stringify(given));
}

function allowed(field: LeafField, language: Language): string {
  const words = WORDS[language];
  switch (field.kind) {
    case 'switch':
      return words.switch;
    case 'choice':
      return field.options.map(code).join(', ');
    case 'number': {
      const { least, most, unit, whole } = field;
      const bounds = [least === undefined ? [] : [words.from(least)], most === undefined ? [] : [words.to(most)]].flat();
      return [whole ? words.whole : words.number, ...bounds, ...(unit === undefined ? [] : [words.unit[unit]])].join(', ');
    }
    case 'text':
      return words.text;
    case 'list':
      return words.list[field.of];
    case 'groups':
    case 'named':
      return words[field.kind];
  }
}

/** Text in a cell of a table: what Markdown would take for something else is kept from it. */
const cell = (text: string): string => text.replaceAll(/[|*<>_[\]]/g, (sign) => `\\${sign}`);
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
