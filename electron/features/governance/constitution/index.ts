export { createConstituted, type Constituted } from './constituted.ts';
export { readConstitution, type Constitution, type ConstitutionDocument } from './constitution.ts';
export { readFrontMatter, valueAt, type FrontMatter, type FrontMatterResult } from './front-matter.ts';
export { hasConstitution, keyOf, locate, type Locations } from './locations.ts';
export {
  ON_CONFLICT,
  PRECEDENCE,
  resolveProvisions,
  type DocumentRole,
  type Provision,
  type Resolution,
  type Voice,
} from './precedence.ts';
export { readText, type TextResult } from './read-text.ts';
