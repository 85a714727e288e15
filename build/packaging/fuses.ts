import { FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses';

/**
 * Every fuse by name: one that a new Electron brings does not compile here until somebody has decided. Item 19 of Electron's security checklist.
 * The integrity of the archive is looked at on macOS and Windows; on Linux Electron reads the fuse and does nothing.
 */
export const FUSES: Record<FuseV1Options, boolean> = {
  // The executable is no Node for whoever finds it: commands go through electron/start.ts.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is one snapshot for all processes.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from nightguard:// alone.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Faster and smaller code for the parsers, and no less safe.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** For flipFuses, which refuses a binary that has a fuse of which we know nothing. */
export const fuseConfig = (resetAdHocDarwinSignature: boolean): FuseV1Config => ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature,
  ...FUSES,
});
