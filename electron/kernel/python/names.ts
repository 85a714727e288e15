/** The form in which two spellings of one distribution's name are equal: `Foo._Bar` → `foo-bar` (PEP 503). */
export const distributionKey = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** Whether a text may be the name of a distribution or of an extra (PEP 508). */
export const isDistributionName = (name: string): boolean => /^[A-Z0-9](?:[A-Z0-9._-]*[A-Z0-9])?$/i.test(name);
