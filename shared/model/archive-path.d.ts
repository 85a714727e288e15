/** The setting as it is used: without `./` in front and slashes behind. */
export declare const plainArchivePath: (path: string) => string;
/** Whether a plain path may hold the archive: below the workspace on every system, and nobody else's place. */
export declare const isArchivePath: (plain: string) => boolean;
/** What may be set, as the end of a sentence. */
export declare const ARCHIVE_PATH_RULE = "a folder below the workspace, with / between names, such as .tmp/archive; no .. and no backslash or colon, and nothing in .git, .nightguard, .env\u2026, nightguard.yaml or the audit logs";
