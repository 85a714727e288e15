export { detectDriveFolders, type DriveFolder, type ListFolders } from './detect-drive-folders.ts';
export { detectWorkspace, type DetectedWorkspace, type WorkspaceKind } from './detect-workspace.ts';
export { findCoreFolders, type CoreFolder } from './find-core-folders.ts';
