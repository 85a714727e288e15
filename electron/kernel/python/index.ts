export { findInterpreter, findOnPath, type FoundInterpreter, type WhereToLook } from './interpreter.ts';
export { howItEnded, inspectInterpreter, type Inspection, type InterpreterFacts } from './interpreter-facts.ts';
export { originOf, readInstalled, stampOfPaths, type Distribution, type Installed } from './installed.ts';
export { evaluateMarker, parseMarker, type Marker, type MarkerEnvironment } from './markers.ts';
export { distributionKey } from './names.ts';
export { PIP_ENVIRONMENT, PIP_WORDS } from './pip-call.ts';
export { parseRequirement, type ParsedRequirement, type Requirement } from './requirement.ts';
export {
  parseRequirementsFile,
  type ByteSpan,
  type FileLine,
  type ParsedRequirementsFile,
  type PlacedClause,
  type RequirementLine,
} from './requirements-file.ts';
export { editBytes, type ByteEdit } from './requirements-text.ts';
export { parseSpecifiers, satisfies, type Clause, type Operator, type Specifiers } from './specifiers.ts';
export { compareVersions, formatVersion, isPrerelease, parseVersion, type Version } from './version.ts';
