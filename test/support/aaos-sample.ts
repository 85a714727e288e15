import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blueprint, permission, withFrontMatter } from '../unit/features/governance/support/documents.ts';

const IMMUNE = '02_AAOS-Immune_system';
const FIXTURE = join(import.meta.dirname, '../fixtures/governance/immune-system-blueprint.md');
const law = { on_conflict: 'halt_and_escalate_to_audit', voice: 'decree', created: '2026-01-20', status: 'active' };

const CANON = `# AAOS Canon

1. Every structure is born with the conditions of its end.
2. Nothing is done that the audit log does not record.
3. A rule changes by consensus: two agents of different makers, then a person.
`;

/** The Canon as it is, and as somebody would like it to be. */
export const canon = withFrontMatter({ name: 'AAOS Canon', version: '0.3.0', ...law }, CANON);
export const newCanon = withFrontMatter(
  { name: 'AAOS Canon', version: '0.3.1', ...law },
  CANON.replace('does not record.', 'does not record, before and after.'),
);

const structure = (name: string, more: object = {}): string =>
  withFrontMatter({
    ...blueprint,
    name,
    scope: `04_AAOS-Swarm/${name}`,
    created: new Date().toISOString().slice(0, 10),
    ...more,
  });

/** A small AAOS as its users keep it: Canon, doctrines, immune system, a swarm in which not everything is well. */
export const aaosSample = async (): Promise<Record<string, string>> => ({
  'README.md': canon,
  'METADoctrine.md': withFrontMatter({ name: 'META Doctrine', version: '0.2.0', ...law }, '# META Doctrine\n'),
  [`${IMMUNE}/AAOS_DNA_DOCTRINE_RULE.md`]: withFrontMatter(
    { name: 'Immune Doctrine', version: '0.2.2', ...law },
    '# Immune Doctrine\n',
  ),
  [`${IMMUNE}/DNA.md`]: await readFile(FIXTURE, 'utf8'),
  [`${IMMUNE}/SWARM_INQUISITOR_SKILL/SKILL.md`]: '# Swarm Inquisitor\n',
  [`${IMMUNE}/templates/PERMISSION_REQUEST.md`]: withFrontMatter(permission),
  '04_AAOS-Swarm/scout/DNA_BLUEPRINT.md': structure('scout'),
  '04_AAOS-Swarm/scout/scout.py': 'def run():\n    return "signals"\n',
  '04_AAOS-Swarm/curator/DNA_BLUEPRINT.md': structure('curator', { status: '' }),
  '04_AAOS-Swarm/drafts/DNA_BLUEPRINT.md': '# Drafts\n\nNo front matter yet.\n',
});
