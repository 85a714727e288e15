export { startPackageIndex, type IndexFault, type PackageIndex } from './package-index.ts';
export { createVenvTemplate, pythonOf, type VenvTemplate } from './virtual-environment.ts';
export { buildWheel, type Wheel, type WheelOptions } from './wheel.ts';
export { zip } from './zip.ts';
