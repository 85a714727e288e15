export { startPackageIndex, type IndexFault, type PackageIndex } from './package-index.ts';
export { createVenvTemplate, pythonOf, type VenvTemplate } from './virtual-environment.ts';
export type { Wheel, WheelOptions } from './wheel.ts';
