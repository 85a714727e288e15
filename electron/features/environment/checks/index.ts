import { clockSanity } from './clock-sanity.ts';
import { criticalFiles } from './critical-files.ts';
import { environmentVariables } from './environment-variables.ts';
import { nodePackages } from './node-packages.ts';
import { nodeVersion } from './node-version.ts';
import { pythonVersion } from './python-version.ts';
import { requiredDirectories } from './required-directories.ts';
import { requiredPackages } from './required-packages.ts';
import { systemResources } from './system-resources.ts';
import type { Check } from './types.ts';
import { writeAccess } from './write-access.ts';

/** Every check, in the order in which people read them. */
export const allChecks: readonly Check[] = [
  pythonVersion,
  requiredPackages,
  nodeVersion,
  nodePackages,
  requiredDirectories,
  environmentVariables,
  criticalFiles,
  systemResources,
  writeAccess,
  clockSanity,
];
