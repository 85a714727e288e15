/** The form in which two spellings of one distribution's name are equal: `Foo._Bar` → `foo-bar` (PEP 503). */
export const distributionKey = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
