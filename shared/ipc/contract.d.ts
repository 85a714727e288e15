import { z } from 'zod';
export declare const appSettingsSchema: z.ZodObject<{
    language: z.ZodEnum<{
        en: "en";
        ko: "ko";
        system: "system";
    }>;
    theme: z.ZodEnum<{
        dark: "dark";
        light: "light";
        system: "system";
    }>;
    openAtLogin: z.ZodBoolean;
}, z.core.$strict>;
export type AppSettings = z.infer<typeof appSettingsSchema>;
declare const appInfoSchema: z.ZodObject<{
    version: z.ZodString;
    language: z.ZodEnum<{
        en: "en";
        ko: "ko";
    }>;
    platform: z.ZodString;
    settings: z.ZodObject<{
        language: z.ZodEnum<{
            en: "en";
            ko: "ko";
            system: "system";
        }>;
        theme: z.ZodEnum<{
            dark: "dark";
            light: "light";
            system: "system";
        }>;
        openAtLogin: z.ZodBoolean;
    }, z.core.$strict>;
}, z.core.$strip>;
export type AppInfo = z.infer<typeof appInfoSchema>;
/** Which two contents a diff compares. */
export declare const diffRequestSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    kind: z.ZodLiteral<"release">;
    release: z.ZodString;
    path: z.ZodString;
}, z.core.$strip>, z.ZodObject<{
    kind: z.ZodLiteral<"version">;
    archiveId: z.ZodNumber;
}, z.core.$strip>, z.ZodObject<{
    kind: z.ZodLiteral<"held">;
    path: z.ZodString;
}, z.core.$strip>], "kind">;
export type DiffRequest = z.infer<typeof diffRequestSchema>;
export declare const contract: {
    readonly 'app:info': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            version: z.ZodString;
            language: z.ZodEnum<{
                en: "en";
                ko: "ko";
            }>;
            platform: z.ZodString;
            settings: z.ZodObject<{
                language: z.ZodEnum<{
                    en: "en";
                    ko: "ko";
                    system: "system";
                }>;
                theme: z.ZodEnum<{
                    dark: "dark";
                    light: "light";
                    system: "system";
                }>;
                openAtLogin: z.ZodBoolean;
            }, z.core.$strict>;
        }, z.core.$strip>;
    };
    readonly 'app:settings': {
        readonly input: z.ZodObject<{
            language: z.ZodOptional<z.ZodEnum<{
                en: "en";
                ko: "ko";
                system: "system";
            }>>;
            theme: z.ZodOptional<z.ZodEnum<{
                dark: "dark";
                light: "light";
                system: "system";
            }>>;
            openAtLogin: z.ZodOptional<z.ZodBoolean>;
        }, z.core.$strict>;
        readonly output: z.ZodObject<{
            version: z.ZodString;
            language: z.ZodEnum<{
                en: "en";
                ko: "ko";
            }>;
            platform: z.ZodString;
            settings: z.ZodObject<{
                language: z.ZodEnum<{
                    en: "en";
                    ko: "ko";
                    system: "system";
                }>;
                theme: z.ZodEnum<{
                    dark: "dark";
                    light: "light";
                    system: "system";
                }>;
                openAtLogin: z.ZodBoolean;
            }, z.core.$strict>;
        }, z.core.$strip>;
    };
    readonly 'app:hide': {
        readonly input: z.ZodNull;
        readonly output: z.ZodNull;
    };
    readonly 'app:openArchiveFolder': {
        readonly input: z.ZodNull;
        readonly output: z.ZodNull;
    };
    readonly 'app:copy': {
        readonly input: z.ZodString;
        readonly output: z.ZodNull;
    };
    readonly 'guardian:snapshot': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            revision: z.ZodNumber;
            workspace: z.ZodObject<{
                name: z.ZodString;
                path: z.ZodString;
                source: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>;
            overall: z.ZodEnum<{
                good: "good";
                "needs-you": "needs-you";
                paused: "paused";
                problem: "problem";
                unknown: "unknown";
                working: "working";
            }>;
            provenGoodAt: z.ZodNullable<z.ZodNumber>;
            lastCheck: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                result: z.ZodEnum<{
                    applied: "applied";
                    "could-not-check": "could-not-check";
                    failed: "failed";
                    held: "held";
                    "rolled-back": "rolled-back";
                    "up-to-date": "up-to-date";
                }>;
            }, z.core.$strip>>;
            lastFullScanAt: z.ZodNullable<z.ZodNumber>;
            watcher: z.ZodObject<{
                state: z.ZodEnum<{
                    deaf: "deaf";
                    off: "off";
                    refused: "refused";
                    "root-missing": "root-missing";
                    starting: "starting";
                    watching: "watching";
                }>;
                since: z.ZodNumber;
                detail: z.ZodString;
            }, z.core.$strip>;
            activity: z.ZodNullable<z.ZodObject<{
                act: z.ZodEnum<{
                    dissolve: "dissolve";
                    prune: "prune";
                    recover: "recover";
                    rollback: "rollback";
                    scan: "scan";
                    update: "update";
                    verify: "verify";
                }>;
                phase: z.ZodEnum<{
                    applying: "applying";
                    archiving: "archiving";
                    checking: "checking";
                    hashing: "hashing";
                    restoring: "restoring";
                    staging: "staging";
                    verifying: "verifying";
                    waiting: "waiting";
                }>;
                done: z.ZodNumber;
                total: z.ZodNumber;
                release: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            held: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
                sourceHash: z.ZodNullable<z.ZodString>;
                localHash: z.ZodNullable<z.ZodString>;
                since: z.ZodNumber;
                decisions: z.ZodArray<z.ZodEnum<{
                    "keep-local": "keep-local";
                    "take-source": "take-source";
                }>>;
            }, z.core.$strip>>;
            heldSet: z.ZodNullable<z.ZodObject<{
                token: z.ZodString;
                reasons: z.ZodArray<z.ZodObject<{
                    reason: z.ZodEnum<{
                        backwards: "backwards";
                        "brake-files": "brake-files";
                        "brake-percent": "brake-percent";
                        conflict: "conflict";
                        "conflict-deleted-here": "conflict-deleted-here";
                        "conflict-deleted-in-core": "conflict-deleted-in-core";
                        "conflict-unknown": "conflict-unknown";
                        "depends-on-held": "depends-on-held";
                        "duplicate-name": "duplicate-name";
                        "import-cycle": "import-cycle";
                        "manifest-mismatch": "manifest-mismatch";
                        "manifest-missing": "manifest-missing";
                        "name-collision": "name-collision";
                        "not-a-file": "not-a-file";
                        placeholder: "placeholder";
                        protected: "protected";
                        rejected: "rejected";
                        "source-empty": "source-empty";
                        "source-marker-missing": "source-marker-missing";
                        "source-shrunk": "source-shrunk";
                        symlink: "symlink";
                        syntax: "syntax";
                        "taken-back": "taken-back";
                        "too-large": "too-large";
                        unreadable: "unreadable";
                        "unsafe-path": "unsafe-path";
                        unstable: "unstable";
                    }>;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                files: z.ZodNumber;
                since: z.ZodNumber;
            }, z.core.$strip>>;
            approvals: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                actor: z.ZodString;
                type: z.ZodString;
                target: z.ZodString;
                summary: z.ZodString;
                risk: z.ZodEnum<{
                    high: "high";
                    low: "low";
                    medium: "medium";
                }>;
                procedure: z.ZodEnum<{
                    meta: "meta";
                    person: "person";
                }>;
                askedAt: z.ZodNumber;
                expiresAt: z.ZodNumber;
            }, z.core.$strip>>;
            releases: z.ZodArray<z.ZodObject<{
                id: z.ZodString;
                kind: z.ZodEnum<{
                    rollback: "rollback";
                    update: "update";
                }>;
                of: z.ZodNullable<z.ZodString>;
                status: z.ZodEnum<{
                    APPLYING: "APPLYING";
                    FAILED: "FAILED";
                    ROLLED_BACK: "ROLLED_BACK";
                    SUCCESS: "SUCCESS";
                    VERIFYING: "VERIFYING";
                }>;
                trigger: z.ZodEnum<{
                    library: "library";
                    panel: "panel";
                    schedule: "schedule";
                    startup: "startup";
                    terminal: "terminal";
                    tray: "tray";
                    watcher: "watcher";
                }>;
                startedAt: z.ZodNumber;
                finishedAt: z.ZodNullable<z.ZodNumber>;
                files: z.ZodNumber;
                reason: z.ZodNullable<z.ZodString>;
                canRollBack: z.ZodBoolean;
                rolledBackBy: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            problems: z.ZodArray<z.ZodObject<{
                code: z.ZodEnum<{
                    "act-interrupted": "act-interrupted";
                    "archive-damaged": "archive-damaged";
                    "audit-broken": "audit-broken";
                    "audit-unlogged": "audit-unlogged";
                    "checkpoint-failed": "checkpoint-failed";
                    "consensus-owed": "consensus-owed";
                    "disk-full": "disk-full";
                    "dissolution-due": "dissolution-due";
                    "dissolution-interrupted": "dissolution-interrupted";
                    "environment-failed": "environment-failed";
                    "immune-violated": "immune-violated";
                    internal: "internal";
                    "log-quarantined": "log-quarantined";
                    "log-unwritable": "log-unwritable";
                    recovered: "recovered";
                    "release-failed": "release-failed";
                    "release-rolled-back": "release-rolled-back";
                    "security-failed": "security-failed";
                    "security-unchecked": "security-unchecked";
                    "security-vulnerable": "security-vulnerable";
                    "settings-invalid": "settings-invalid";
                    "source-missing": "source-missing";
                    "source-not-set": "source-not-set";
                    "source-stream": "source-stream";
                    "source-unreadable": "source-unreadable";
                    "structure-refused": "structure-refused";
                    unrecoverable: "unrecoverable";
                    "watcher-deaf": "watcher-deaf";
                }>;
                detail: z.ZodString;
                at: z.ZodNumber;
                severity: z.ZodEnum<{
                    harm: "harm";
                    notice: "notice";
                    warning: "warning";
                }>;
                release: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            pausedUntil: z.ZodNullable<z.ZodNumber>;
            when: z.ZodEnum<{
                immediate: "immediate";
                manual: "manual";
                ritual: "ritual";
            }>;
            waiting: z.ZodNumber;
            trackedFiles: z.ZodNumber;
            pointerFiles: z.ZodNumber;
            security: z.ZodObject<{
                state: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    good: "good";
                    unknown: "unknown";
                    vulnerable: "vulnerable";
                }>;
                packages: z.ZodNumber;
                vulnerable: z.ZodNumber;
                outdated: z.ZodNumber;
                unchecked: z.ZodNumber;
                upgrades: z.ZodNumber;
                lastRunAt: z.ZodNullable<z.ZodNumber>;
                nextRunAt: z.ZodNullable<z.ZodNumber>;
                running: z.ZodNullable<z.ZodEnum<{
                    looking: "looking";
                    restoring: "restoring";
                    testing: "testing";
                    upgrading: "upgrading";
                }>>;
            }, z.core.$strip>;
            settingsProblem: z.ZodNullable<z.ZodObject<{
                file: z.ZodString;
                line: z.ZodNumber;
                path: z.ZodString;
                message: z.ZodString;
            }, z.core.$strip>>;
            environment: z.ZodObject<{
                state: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    failed: "failed";
                    passed: "passed";
                    unknown: "unknown";
                }>;
                checkedAt: z.ZodNullable<z.ZodNumber>;
                failing: z.ZodNumber;
            }, z.core.$strip>;
        }, z.core.$strip>;
    };
    readonly 'guardian:pause': {
        readonly input: z.ZodObject<{
            minutes: z.ZodNumber;
        }, z.core.$strip>;
        readonly output: z.ZodNull;
    };
    readonly 'guardian:resume': {
        readonly input: z.ZodNull;
        readonly output: z.ZodNull;
    };
    readonly 'updates:run': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            status: z.ZodEnum<{
                COMPLETED: "COMPLETED";
                FAILED: "FAILED";
                HELD: "HELD";
                NO_UPDATES: "NO_UPDATES";
                PLANNED: "PLANNED";
                ROLLED_BACK: "ROLLED_BACK";
            }>;
            release: z.ZodNullable<z.ZodString>;
            updates_count: z.ZodNumber;
            success_count: z.ZodNumber;
            failed_count: z.ZodNumber;
            held_count: z.ZodNumber;
            timestamp: z.ZodString;
            entries: z.ZodArray<z.ZodObject<{
                type: z.ZodEnum<{
                    DELETED: "DELETED";
                    MODIFIED: "MODIFIED";
                    NEW: "NEW";
                    RESTORED: "RESTORED";
                }>;
                relative_path: z.ZodString;
                drive_hash: z.ZodOptional<z.ZodString>;
                local_hash: z.ZodOptional<z.ZodString>;
                archive_path: z.ZodOptional<z.ZodString>;
                timestamp: z.ZodString;
                status: z.ZodEnum<{
                    FAILED: "FAILED";
                    HELD: "HELD";
                    PLANNED: "PLANNED";
                    ROLLED_BACK: "ROLLED_BACK";
                    SUCCESS: "SUCCESS";
                }>;
                error: z.ZodOptional<z.ZodString>;
                release: z.ZodOptional<z.ZodString>;
            }, z.core.$loose>>;
            reason: z.ZodNullable<z.ZodString>;
            held: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
                sourceHash: z.ZodNullable<z.ZodString>;
                localHash: z.ZodNullable<z.ZodString>;
                since: z.ZodNumber;
                decisions: z.ZodArray<z.ZodEnum<{
                    "keep-local": "keep-local";
                    "take-source": "take-source";
                }>>;
            }, z.core.$strip>>;
            heldSet: z.ZodNullable<z.ZodObject<{
                token: z.ZodString;
                reasons: z.ZodArray<z.ZodObject<{
                    reason: z.ZodEnum<{
                        backwards: "backwards";
                        "brake-files": "brake-files";
                        "brake-percent": "brake-percent";
                        conflict: "conflict";
                        "conflict-deleted-here": "conflict-deleted-here";
                        "conflict-deleted-in-core": "conflict-deleted-in-core";
                        "conflict-unknown": "conflict-unknown";
                        "depends-on-held": "depends-on-held";
                        "duplicate-name": "duplicate-name";
                        "import-cycle": "import-cycle";
                        "manifest-mismatch": "manifest-mismatch";
                        "manifest-missing": "manifest-missing";
                        "name-collision": "name-collision";
                        "not-a-file": "not-a-file";
                        placeholder: "placeholder";
                        protected: "protected";
                        rejected: "rejected";
                        "source-empty": "source-empty";
                        "source-marker-missing": "source-marker-missing";
                        "source-shrunk": "source-shrunk";
                        symlink: "symlink";
                        syntax: "syntax";
                        "taken-back": "taken-back";
                        "too-large": "too-large";
                        unreadable: "unreadable";
                        "unsafe-path": "unsafe-path";
                        unstable: "unstable";
                    }>;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                files: z.ZodNumber;
                since: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'updates:plan': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            status: z.ZodEnum<{
                COMPLETED: "COMPLETED";
                FAILED: "FAILED";
                HELD: "HELD";
                NO_UPDATES: "NO_UPDATES";
                PLANNED: "PLANNED";
                ROLLED_BACK: "ROLLED_BACK";
            }>;
            release: z.ZodNullable<z.ZodString>;
            updates_count: z.ZodNumber;
            success_count: z.ZodNumber;
            failed_count: z.ZodNumber;
            held_count: z.ZodNumber;
            timestamp: z.ZodString;
            entries: z.ZodArray<z.ZodObject<{
                type: z.ZodEnum<{
                    DELETED: "DELETED";
                    MODIFIED: "MODIFIED";
                    NEW: "NEW";
                    RESTORED: "RESTORED";
                }>;
                relative_path: z.ZodString;
                drive_hash: z.ZodOptional<z.ZodString>;
                local_hash: z.ZodOptional<z.ZodString>;
                archive_path: z.ZodOptional<z.ZodString>;
                timestamp: z.ZodString;
                status: z.ZodEnum<{
                    FAILED: "FAILED";
                    HELD: "HELD";
                    PLANNED: "PLANNED";
                    ROLLED_BACK: "ROLLED_BACK";
                    SUCCESS: "SUCCESS";
                }>;
                error: z.ZodOptional<z.ZodString>;
                release: z.ZodOptional<z.ZodString>;
            }, z.core.$loose>>;
            reason: z.ZodNullable<z.ZodString>;
            held: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
                sourceHash: z.ZodNullable<z.ZodString>;
                localHash: z.ZodNullable<z.ZodString>;
                since: z.ZodNumber;
                decisions: z.ZodArray<z.ZodEnum<{
                    "keep-local": "keep-local";
                    "take-source": "take-source";
                }>>;
            }, z.core.$strip>>;
            heldSet: z.ZodNullable<z.ZodObject<{
                token: z.ZodString;
                reasons: z.ZodArray<z.ZodObject<{
                    reason: z.ZodEnum<{
                        backwards: "backwards";
                        "brake-files": "brake-files";
                        "brake-percent": "brake-percent";
                        conflict: "conflict";
                        "conflict-deleted-here": "conflict-deleted-here";
                        "conflict-deleted-in-core": "conflict-deleted-in-core";
                        "conflict-unknown": "conflict-unknown";
                        "depends-on-held": "depends-on-held";
                        "duplicate-name": "duplicate-name";
                        "import-cycle": "import-cycle";
                        "manifest-mismatch": "manifest-mismatch";
                        "manifest-missing": "manifest-missing";
                        "name-collision": "name-collision";
                        "not-a-file": "not-a-file";
                        placeholder: "placeholder";
                        protected: "protected";
                        rejected: "rejected";
                        "source-empty": "source-empty";
                        "source-marker-missing": "source-marker-missing";
                        "source-shrunk": "source-shrunk";
                        symlink: "symlink";
                        syntax: "syntax";
                        "taken-back": "taken-back";
                        "too-large": "too-large";
                        unreadable: "unreadable";
                        "unsafe-path": "unsafe-path";
                        unstable: "unstable";
                    }>;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                files: z.ZodNumber;
                since: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'updates:releaseBrake': {
        readonly input: z.ZodObject<{
            token: z.ZodString;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            status: z.ZodEnum<{
                COMPLETED: "COMPLETED";
                FAILED: "FAILED";
                HELD: "HELD";
                NO_UPDATES: "NO_UPDATES";
                PLANNED: "PLANNED";
                ROLLED_BACK: "ROLLED_BACK";
            }>;
            release: z.ZodNullable<z.ZodString>;
            updates_count: z.ZodNumber;
            success_count: z.ZodNumber;
            failed_count: z.ZodNumber;
            held_count: z.ZodNumber;
            timestamp: z.ZodString;
            entries: z.ZodArray<z.ZodObject<{
                type: z.ZodEnum<{
                    DELETED: "DELETED";
                    MODIFIED: "MODIFIED";
                    NEW: "NEW";
                    RESTORED: "RESTORED";
                }>;
                relative_path: z.ZodString;
                drive_hash: z.ZodOptional<z.ZodString>;
                local_hash: z.ZodOptional<z.ZodString>;
                archive_path: z.ZodOptional<z.ZodString>;
                timestamp: z.ZodString;
                status: z.ZodEnum<{
                    FAILED: "FAILED";
                    HELD: "HELD";
                    PLANNED: "PLANNED";
                    ROLLED_BACK: "ROLLED_BACK";
                    SUCCESS: "SUCCESS";
                }>;
                error: z.ZodOptional<z.ZodString>;
                release: z.ZodOptional<z.ZodString>;
            }, z.core.$loose>>;
            reason: z.ZodNullable<z.ZodString>;
            held: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
                sourceHash: z.ZodNullable<z.ZodString>;
                localHash: z.ZodNullable<z.ZodString>;
                since: z.ZodNumber;
                decisions: z.ZodArray<z.ZodEnum<{
                    "keep-local": "keep-local";
                    "take-source": "take-source";
                }>>;
            }, z.core.$strip>>;
            heldSet: z.ZodNullable<z.ZodObject<{
                token: z.ZodString;
                reasons: z.ZodArray<z.ZodObject<{
                    reason: z.ZodEnum<{
                        backwards: "backwards";
                        "brake-files": "brake-files";
                        "brake-percent": "brake-percent";
                        conflict: "conflict";
                        "conflict-deleted-here": "conflict-deleted-here";
                        "conflict-deleted-in-core": "conflict-deleted-in-core";
                        "conflict-unknown": "conflict-unknown";
                        "depends-on-held": "depends-on-held";
                        "duplicate-name": "duplicate-name";
                        "import-cycle": "import-cycle";
                        "manifest-mismatch": "manifest-mismatch";
                        "manifest-missing": "manifest-missing";
                        "name-collision": "name-collision";
                        "not-a-file": "not-a-file";
                        placeholder: "placeholder";
                        protected: "protected";
                        rejected: "rejected";
                        "source-empty": "source-empty";
                        "source-marker-missing": "source-marker-missing";
                        "source-shrunk": "source-shrunk";
                        symlink: "symlink";
                        syntax: "syntax";
                        "taken-back": "taken-back";
                        "too-large": "too-large";
                        unreadable: "unreadable";
                        "unsafe-path": "unsafe-path";
                        unstable: "unstable";
                    }>;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                files: z.ZodNumber;
                since: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'updates:decide': {
        readonly input: z.ZodObject<{
            path: z.ZodString;
            sourceHash: z.ZodNullable<z.ZodString>;
            localHash: z.ZodNullable<z.ZodString>;
            decision: z.ZodEnum<{
                "keep-local": "keep-local";
                "take-source": "take-source";
            }>;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            status: z.ZodEnum<{
                COMPLETED: "COMPLETED";
                FAILED: "FAILED";
                HELD: "HELD";
                NO_UPDATES: "NO_UPDATES";
                PLANNED: "PLANNED";
                ROLLED_BACK: "ROLLED_BACK";
            }>;
            release: z.ZodNullable<z.ZodString>;
            updates_count: z.ZodNumber;
            success_count: z.ZodNumber;
            failed_count: z.ZodNumber;
            held_count: z.ZodNumber;
            timestamp: z.ZodString;
            entries: z.ZodArray<z.ZodObject<{
                type: z.ZodEnum<{
                    DELETED: "DELETED";
                    MODIFIED: "MODIFIED";
                    NEW: "NEW";
                    RESTORED: "RESTORED";
                }>;
                relative_path: z.ZodString;
                drive_hash: z.ZodOptional<z.ZodString>;
                local_hash: z.ZodOptional<z.ZodString>;
                archive_path: z.ZodOptional<z.ZodString>;
                timestamp: z.ZodString;
                status: z.ZodEnum<{
                    FAILED: "FAILED";
                    HELD: "HELD";
                    PLANNED: "PLANNED";
                    ROLLED_BACK: "ROLLED_BACK";
                    SUCCESS: "SUCCESS";
                }>;
                error: z.ZodOptional<z.ZodString>;
                release: z.ZodOptional<z.ZodString>;
            }, z.core.$loose>>;
            reason: z.ZodNullable<z.ZodString>;
            held: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
                sourceHash: z.ZodNullable<z.ZodString>;
                localHash: z.ZodNullable<z.ZodString>;
                since: z.ZodNumber;
                decisions: z.ZodArray<z.ZodEnum<{
                    "keep-local": "keep-local";
                    "take-source": "take-source";
                }>>;
            }, z.core.$strip>>;
            heldSet: z.ZodNullable<z.ZodObject<{
                token: z.ZodString;
                reasons: z.ZodArray<z.ZodObject<{
                    reason: z.ZodEnum<{
                        backwards: "backwards";
                        "brake-files": "brake-files";
                        "brake-percent": "brake-percent";
                        conflict: "conflict";
                        "conflict-deleted-here": "conflict-deleted-here";
                        "conflict-deleted-in-core": "conflict-deleted-in-core";
                        "conflict-unknown": "conflict-unknown";
                        "depends-on-held": "depends-on-held";
                        "duplicate-name": "duplicate-name";
                        "import-cycle": "import-cycle";
                        "manifest-mismatch": "manifest-mismatch";
                        "manifest-missing": "manifest-missing";
                        "name-collision": "name-collision";
                        "not-a-file": "not-a-file";
                        placeholder: "placeholder";
                        protected: "protected";
                        rejected: "rejected";
                        "source-empty": "source-empty";
                        "source-marker-missing": "source-marker-missing";
                        "source-shrunk": "source-shrunk";
                        symlink: "symlink";
                        syntax: "syntax";
                        "taken-back": "taken-back";
                        "too-large": "too-large";
                        unreadable: "unreadable";
                        "unsafe-path": "unsafe-path";
                        unstable: "unstable";
                    }>;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                files: z.ZodNumber;
                since: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'releases:list': {
        readonly input: z.ZodObject<{
            before: z.ZodNullable<z.ZodString>;
            limit: z.ZodNumber;
        }, z.core.$strip>;
        readonly output: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            kind: z.ZodEnum<{
                rollback: "rollback";
                update: "update";
            }>;
            of: z.ZodNullable<z.ZodString>;
            status: z.ZodEnum<{
                APPLYING: "APPLYING";
                FAILED: "FAILED";
                ROLLED_BACK: "ROLLED_BACK";
                SUCCESS: "SUCCESS";
                VERIFYING: "VERIFYING";
            }>;
            trigger: z.ZodEnum<{
                library: "library";
                panel: "panel";
                schedule: "schedule";
                startup: "startup";
                terminal: "terminal";
                tray: "tray";
                watcher: "watcher";
            }>;
            startedAt: z.ZodNumber;
            finishedAt: z.ZodNullable<z.ZodNumber>;
            files: z.ZodNumber;
            reason: z.ZodNullable<z.ZodString>;
            canRollBack: z.ZodBoolean;
            rolledBackBy: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>;
    };
    readonly 'releases:get': {
        readonly input: z.ZodObject<{
            release: z.ZodString;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            id: z.ZodString;
            kind: z.ZodEnum<{
                rollback: "rollback";
                update: "update";
            }>;
            of: z.ZodNullable<z.ZodString>;
            status: z.ZodEnum<{
                APPLYING: "APPLYING";
                FAILED: "FAILED";
                ROLLED_BACK: "ROLLED_BACK";
                SUCCESS: "SUCCESS";
                VERIFYING: "VERIFYING";
            }>;
            trigger: z.ZodEnum<{
                library: "library";
                panel: "panel";
                schedule: "schedule";
                startup: "startup";
                terminal: "terminal";
                tray: "tray";
                watcher: "watcher";
            }>;
            startedAt: z.ZodNumber;
            finishedAt: z.ZodNullable<z.ZodNumber>;
            files: z.ZodNumber;
            reason: z.ZodNullable<z.ZodString>;
            canRollBack: z.ZodBoolean;
            rolledBackBy: z.ZodNullable<z.ZodString>;
            entries: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                type: z.ZodEnum<{
                    DELETED: "DELETED";
                    MODIFIED: "MODIFIED";
                    NEW: "NEW";
                    RESTORED: "RESTORED";
                }>;
                beforeHash: z.ZodNullable<z.ZodString>;
                afterHash: z.ZodNullable<z.ZodString>;
                archiveId: z.ZodNullable<z.ZodNumber>;
                size: z.ZodNullable<z.ZodNumber>;
            }, z.core.$strip>>;
            verifications: z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                passed: z.ZodBoolean;
                durationMs: z.ZodNumber;
                output: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'rollback:preview': {
        readonly input: z.ZodObject<{
            target: z.ZodDiscriminatedUnion<[z.ZodObject<{
                kind: z.ZodLiteral<"release">;
                release: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"file">;
                path: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"time">;
                at: z.ZodNumber;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"version">;
                archiveId: z.ZodNumber;
            }, z.core.$strip>], "kind">;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            target: z.ZodDiscriminatedUnion<[z.ZodObject<{
                kind: z.ZodLiteral<"release">;
                release: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"file">;
                path: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"time">;
                at: z.ZodNumber;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"version">;
                archiveId: z.ZodNumber;
            }, z.core.$strip>], "kind">;
            of: z.ZodString;
            files: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                action: z.ZodEnum<{
                    decide: "decide";
                    lost: "lost";
                    "put-back": "put-back";
                    remove: "remove";
                    unchanged: "unchanged";
                }>;
                currentHash: z.ZodNullable<z.ZodString>;
                targetHash: z.ZodNullable<z.ZodString>;
                archiveId: z.ZodNullable<z.ZodNumber>;
                detail: z.ZodString;
            }, z.core.$strip>>;
            token: z.ZodString;
        }, z.core.$strip>;
    };
    readonly 'rollback:apply': {
        readonly input: z.ZodObject<{
            target: z.ZodDiscriminatedUnion<[z.ZodObject<{
                kind: z.ZodLiteral<"release">;
                release: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"file">;
                path: z.ZodString;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"time">;
                at: z.ZodNumber;
            }, z.core.$strip>, z.ZodObject<{
                kind: z.ZodLiteral<"version">;
                archiveId: z.ZodNumber;
            }, z.core.$strip>], "kind">;
            token: z.ZodString;
            changedSince: z.ZodEnum<{
                keep: "keep";
                overwrite: "overwrite";
            }>;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            status: z.ZodEnum<{
                COMPLETED: "COMPLETED";
                FAILED: "FAILED";
                HELD: "HELD";
                NOTHING_TO_DO: "NOTHING_TO_DO";
                PLANNED: "PLANNED";
            }>;
            release: z.ZodNullable<z.ZodString>;
            of: z.ZodString;
            files: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                action: z.ZodEnum<{
                    decide: "decide";
                    lost: "lost";
                    "put-back": "put-back";
                    remove: "remove";
                    unchanged: "unchanged";
                }>;
                currentHash: z.ZodNullable<z.ZodString>;
                targetHash: z.ZodNullable<z.ZodString>;
                archiveId: z.ZodNullable<z.ZodNumber>;
                detail: z.ZodString;
            }, z.core.$strip>>;
            reason: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>;
    };
    readonly 'diff:get': {
        readonly input: z.ZodDiscriminatedUnion<[z.ZodObject<{
            kind: z.ZodLiteral<"release">;
            release: z.ZodString;
            path: z.ZodString;
        }, z.core.$strip>, z.ZodObject<{
            kind: z.ZodLiteral<"version">;
            archiveId: z.ZodNumber;
        }, z.core.$strip>, z.ZodObject<{
            kind: z.ZodLiteral<"held">;
            path: z.ZodString;
        }, z.core.$strip>], "kind">;
        readonly output: z.ZodObject<{
            path: z.ZodString;
            oldLabel: z.ZodString;
            newLabel: z.ZodString;
            state: z.ZodEnum<{
                binary: "binary";
                identical: "identical";
                text: "text";
                "too-large": "too-large";
            }>;
            unified: z.ZodString;
        }, z.core.$strip>;
    };
    readonly 'archive:list': {
        readonly input: z.ZodObject<{
            query: z.ZodString;
            offset: z.ZodNumber;
            limit: z.ZodNumber;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            versions: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                path: z.ZodString;
                hash: z.ZodString;
                size: z.ZodNumber;
                archivedAt: z.ZodNumber;
                archivePath: z.ZodString;
                release: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            total: z.ZodNumber;
        }, z.core.$strip>;
    };
    readonly 'archive:verify': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            checked: z.ZodNumber;
            intact: z.ZodNumber;
            damaged: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                archivePath: z.ZodString;
                problem: z.ZodEnum<{
                    altered: "altered";
                    missing: "missing";
                    unreadable: "unreadable";
                }>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'archive:prunePreview': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            remove: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                path: z.ZodString;
                hash: z.ZodString;
                size: z.ZodNumber;
                archivedAt: z.ZodNumber;
                archivePath: z.ZodString;
                release: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            keep: z.ZodNumber;
            bytes: z.ZodNumber;
            token: z.ZodString;
        }, z.core.$strip>;
    };
    readonly 'archive:prune': {
        readonly input: z.ZodObject<{
            token: z.ZodString;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            remove: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                path: z.ZodString;
                hash: z.ZodString;
                size: z.ZodNumber;
                archivedAt: z.ZodNumber;
                archivePath: z.ZodString;
                release: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            keep: z.ZodNumber;
            bytes: z.ZodNumber;
            token: z.ZodString;
        }, z.core.$strip>;
    };
    /** `fresh`: judge everything again first; otherwise what the last scan found. */
    readonly 'constitution:view': {
        readonly input: z.ZodObject<{
            fresh: z.ZodBoolean;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            constituted: z.ZodBoolean;
            tree: z.ZodNullable<z.ZodObject<{
                root: z.ZodType<import("../model/governance.ts").StructureNode, unknown, z.core.$ZodTypeInternals<import("../model/governance.ts").StructureNode, unknown>>;
                scannedAt: z.ZodNumber;
                counts: z.ZodObject<{
                    Canonical: z.ZodNumber;
                    'Canonical-Conditional': z.ZodNumber;
                    'Non-Canonical': z.ZodNumber;
                    Container: z.ZodNumber;
                }, z.core.$strip>;
                unreadable: z.ZodArray<z.ZodObject<{
                    path: z.ZodString;
                    detail: z.ZodString;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            scanProblem: z.ZodNullable<z.ZodString>;
            self: z.ZodArray<z.ZodObject<{
                check: z.ZodEnum<{
                    alignment: "alignment";
                    integrity: "integrity";
                    limits: "limits";
                }>;
                subject: z.ZodString;
                result: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    ok: "ok";
                    violated: "violated";
                }>;
                detail: z.ZodString;
            }, z.core.$strip>>;
            selfCheckedAt: z.ZodNullable<z.ZodNumber>;
            unlogged: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                change: z.ZodEnum<{
                    changed: "changed";
                    created: "created";
                    removed: "removed";
                    unreadable: "unreadable";
                }>;
                was: z.ZodNullable<z.ZodString>;
                is: z.ZodNullable<z.ZodString>;
                since: z.ZodNullable<z.ZodNumber>;
                detail: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            due: z.ZodArray<z.ZodObject<{
                structure: z.ZodString;
                reason: z.ZodString;
                since: z.ZodNumber;
            }, z.core.$strip>>;
            consensus: z.ZodArray<z.ZodObject<{
                id: z.ZodNumber;
                target: z.ZodString;
                kind: z.ZodEnum<{
                    agents_unavailable: "agents_unavailable";
                    emergency_security_patch: "emergency_security_patch";
                    formal_correction: "formal_correction";
                    ordinary: "ordinary";
                }>;
                description: z.ZodString;
                contentHash: z.ZodString;
                versionChange: z.ZodString;
                state: z.ZodEnum<{
                    accepted: "accepted";
                    "awaiting-person": "awaiting-person";
                    escalated: "escalated";
                    rejected: "rejected";
                    reviewing: "reviewing";
                    stale: "stale";
                }>;
                reasons: z.ZodArray<z.ZodString>;
                votes: z.ZodArray<z.ZodObject<{
                    agent: z.ZodString;
                    model: z.ZodString;
                    organization: z.ZodString;
                    verdict: z.ZodEnum<{
                        approve: "approve";
                        reject: "reject";
                        revise: "revise";
                    }>;
                    rationale: z.ZodString;
                    contentHash: z.ZodString;
                    at: z.ZodNumber;
                    counts: z.ZodBoolean;
                    family: z.ZodNullable<z.ZodString>;
                }, z.core.$strip>>;
                persons: z.ZodArray<z.ZodString>;
                consensusOwed: z.ZodBoolean;
                openedAt: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    /** Newest first. The panel only reads: it has no channel that approves, see approval-contract.ts. */
    readonly 'approvals:list': {
        readonly input: z.ZodObject<{
            limit: z.ZodNumber;
        }, z.core.$strip>;
        readonly output: z.ZodArray<z.ZodObject<{
            id: z.ZodNumber;
            actor: z.ZodString;
            type: z.ZodString;
            target: z.ZodString;
            paths: z.ZodArray<z.ZodString>;
            summary: z.ZodString;
            diff: z.ZodNullable<z.ZodString>;
            contentHash: z.ZodString;
            risk: z.ZodEnum<{
                high: "high";
                low: "low";
                medium: "medium";
            }>;
            rule: z.ZodString;
            procedure: z.ZodEnum<{
                meta: "meta";
                person: "person";
            }>;
            file: z.ZodNullable<z.ZodString>;
            state: z.ZodEnum<{
                approved: "approved";
                denied: "denied";
                expired: "expired";
                pending: "pending";
                used: "used";
            }>;
            askedAt: z.ZodNumber;
            expiresAt: z.ZodNumber;
            decidedAt: z.ZodNullable<z.ZodNumber>;
            decidedBy: z.ZodNullable<z.ZodString>;
            reason: z.ZodNullable<z.ZodString>;
            validUntil: z.ZodNullable<z.ZodNumber>;
            usedAt: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>;
    };
    /** Shows the approval window, which is not the panel's to command further. */
    readonly 'approvals:open': {
        readonly input: z.ZodObject<{
            id: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>;
        readonly output: z.ZodNull;
    };
    readonly 'audit:status': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            state: z.ZodEnum<{
                broken: "broken";
                intact: "intact";
                never: "never";
                none: "none";
                unchecked: "unchecked";
            }>;
            file: z.ZodNullable<z.ZodString>;
            entries: z.ZodNumber;
            segments: z.ZodNumber;
            hash: z.ZodNullable<z.ZodString>;
            verified: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                level: z.ZodEnum<{
                    full: "full";
                    quick: "quick";
                }>;
                durationMs: z.ZodNumber;
                bytes: z.ZodNumber;
            }, z.core.$strip>>;
            breaks: z.ZodArray<z.ZodObject<{
                rule: z.ZodString;
                file: z.ZodString;
                segment: z.ZodNumber;
                entry: z.ZodNullable<z.ZodNumber>;
                number: z.ZodNullable<z.ZodNumber>;
                offset: z.ZodNumber;
                detail: z.ZodString;
            }, z.core.$strip>>;
            reason: z.ZodString;
            checkpoint: z.ZodObject<{
                at: z.ZodNullable<z.ZodNumber>;
                folder: z.ZodNullable<z.ZodString>;
                problem: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>;
            openActs: z.ZodArray<z.ZodObject<{
                number: z.ZodNumber;
                at: z.ZodNumber;
                type: z.ZodString;
                target: z.ZodString;
                actor: z.ZodString;
                paths: z.ZodArray<z.ZodString>;
                interrupted: z.ZodBoolean;
            }, z.core.$strip>>;
            owed: z.ZodNumber;
        }, z.core.$strip>;
    };
    readonly 'audit:list': {
        readonly input: z.ZodObject<{
            offset: z.ZodNumber;
            limit: z.ZodNumber;
            text: z.ZodString;
            type: z.ZodNullable<z.ZodString>;
            result: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>;
        readonly output: z.ZodObject<{
            entries: z.ZodArray<z.ZodObject<{
                number: z.ZodNumber;
                timestamp: z.ZodString;
                type: z.ZodString;
                target: z.ZodString;
                result: z.ZodString;
                reasons: z.ZodArray<z.ZodString>;
                notes: z.ZodString;
                hash: z.ZodString;
                segment: z.ZodNumber;
                origin: z.ZodEnum<{
                    foreign: "foreign";
                    own: "own";
                }>;
            }, z.core.$strip>>;
            total: z.ZodNumber;
            types: z.ZodArray<z.ZodString>;
            results: z.ZodArray<z.ZodString>;
        }, z.core.$strip>;
    };
    readonly 'audit:verify': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            state: z.ZodEnum<{
                broken: "broken";
                intact: "intact";
                never: "never";
                none: "none";
                unchecked: "unchecked";
            }>;
            file: z.ZodNullable<z.ZodString>;
            entries: z.ZodNumber;
            segments: z.ZodNumber;
            hash: z.ZodNullable<z.ZodString>;
            verified: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                level: z.ZodEnum<{
                    full: "full";
                    quick: "quick";
                }>;
                durationMs: z.ZodNumber;
                bytes: z.ZodNumber;
            }, z.core.$strip>>;
            breaks: z.ZodArray<z.ZodObject<{
                rule: z.ZodString;
                file: z.ZodString;
                segment: z.ZodNumber;
                entry: z.ZodNullable<z.ZodNumber>;
                number: z.ZodNullable<z.ZodNumber>;
                offset: z.ZodNumber;
                detail: z.ZodString;
            }, z.core.$strip>>;
            reason: z.ZodString;
            checkpoint: z.ZodObject<{
                at: z.ZodNullable<z.ZodNumber>;
                folder: z.ZodNullable<z.ZodString>;
                problem: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>;
            openActs: z.ZodArray<z.ZodObject<{
                number: z.ZodNumber;
                at: z.ZodNumber;
                type: z.ZodString;
                target: z.ZodString;
                actor: z.ZodString;
                paths: z.ZodArray<z.ZodString>;
                interrupted: z.ZodBoolean;
            }, z.core.$strip>>;
            owed: z.ZodNumber;
        }, z.core.$strip>;
    };
    readonly 'security:status': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            summary: z.ZodObject<{
                state: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    good: "good";
                    unknown: "unknown";
                    vulnerable: "vulnerable";
                }>;
                packages: z.ZodNumber;
                vulnerable: z.ZodNumber;
                outdated: z.ZodNumber;
                unchecked: z.ZodNumber;
                upgrades: z.ZodNumber;
                lastRunAt: z.ZodNullable<z.ZodNumber>;
                nextRunAt: z.ZodNullable<z.ZodNumber>;
                running: z.ZodNullable<z.ZodEnum<{
                    looking: "looking";
                    restoring: "restoring";
                    testing: "testing";
                    upgrading: "upgrading";
                }>>;
            }, z.core.$strip>;
            report: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                packages: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    version: z.ZodString;
                    declared: z.ZodBoolean;
                    latest: z.ZodNullable<z.ZodString>;
                    latestAt: z.ZodNullable<z.ZodNumber>;
                    checked: z.ZodBoolean;
                    advisories: z.ZodArray<z.ZodObject<{
                        id: z.ZodString;
                        aliases: z.ZodArray<z.ZodString>;
                        summary: z.ZodString;
                        severity: z.ZodEnum<{
                            critical: "critical";
                            high: "high";
                            low: "low";
                            moderate: "moderate";
                            unknown: "unknown";
                        }>;
                        score: z.ZodNullable<z.ZodNumber>;
                        url: z.ZodNullable<z.ZodString>;
                        fixedIn: z.ZodNullable<z.ZodString>;
                        sources: z.ZodArray<z.ZodString>;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                sources: z.ZodArray<z.ZodObject<{
                    name: z.ZodEnum<{
                        "npm-audit": "npm-audit";
                        "npm-inventory": "npm-inventory";
                        "npm-registry": "npm-registry";
                        osv: "osv";
                        "osv-folder": "osv-folder";
                        "pip-audit": "pip-audit";
                        "pip-index": "pip-index";
                        "pip-inventory": "pip-inventory";
                    }>;
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    state: z.ZodEnum<{
                        checked: "checked";
                        "could-not-check": "could-not-check";
                        partial: "partial";
                    }>;
                    reason: z.ZodString;
                    unchecked: z.ZodArray<z.ZodString>;
                }, z.core.$strip>>;
                upgrades: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    from: z.ZodString;
                    to: z.ZodString;
                    reason: z.ZodEnum<{
                        dependency: "dependency";
                        outdated: "outdated";
                        security: "security";
                    }>;
                    major: z.ZodBoolean;
                    clears: z.ZodArray<z.ZodString>;
                    source: z.ZodString;
                    releasedAt: z.ZodNullable<z.ZodNumber>;
                }, z.core.$strip>>;
                findings: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    version: z.ZodString;
                    code: z.ZodEnum<{
                        blocked: "blocked";
                        major: "major";
                        "no-fix": "no-fix";
                        "not-from-index": "not-from-index";
                        refused: "refused";
                        "too-young": "too-young";
                        "unknown-releases": "unknown-releases";
                        unmanaged: "unmanaged";
                    }>;
                    detail: z.ZodString;
                    advisories: z.ZodArray<z.ZodString>;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            runs: z.ZodArray<z.ZodObject<{
                id: z.ZodNullable<z.ZodString>;
                at: z.ZodNumber;
                finishedAt: z.ZodNullable<z.ZodNumber>;
                trigger: z.ZodString;
                status: z.ZodEnum<{
                    CHECKED: "CHECKED";
                    COULD_NOT_CHECK: "COULD_NOT_CHECK";
                    FAILED: "FAILED";
                    HELD: "HELD";
                    INTERRUPTED: "INTERRUPTED";
                    NO_UPDATES: "NO_UPDATES";
                    ROLLED_BACK: "ROLLED_BACK";
                    SKIPPED: "SKIPPED";
                    SUCCESS: "SUCCESS";
                }>;
                reason: z.ZodString;
                upgrades: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    from: z.ZodString;
                    to: z.ZodString;
                    reason: z.ZodEnum<{
                        dependency: "dependency";
                        outdated: "outdated";
                        security: "security";
                    }>;
                    major: z.ZodBoolean;
                    clears: z.ZodArray<z.ZodString>;
                    source: z.ZodString;
                    releasedAt: z.ZodNullable<z.ZodNumber>;
                    result: z.ZodEnum<{
                        failed: "failed";
                        planned: "planned";
                        refused: "refused";
                        "taken-back": "taken-back";
                        updated: "updated";
                        waits: "waits";
                    }>;
                    detail: z.ZodString;
                    tests: z.ZodArray<z.ZodObject<{
                        name: z.ZodEnum<{
                            critical_files: "critical_files";
                            dependency_check: "dependency_check";
                            environment_check: "environment_check";
                            import_test: "import_test";
                            verify_commands: "verify_commands";
                        }>;
                        passed: z.ZodBoolean;
                        detail: z.ZodString;
                        durationMs: z.ZodNumber;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                canRollBack: z.ZodBoolean;
                rolledBackAt: z.ZodNullable<z.ZodNumber>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'security:run': {
        readonly input: z.ZodObject<{
            checkOnly: z.ZodBoolean;
            force: z.ZodBoolean;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            id: z.ZodNullable<z.ZodString>;
            at: z.ZodNumber;
            finishedAt: z.ZodNullable<z.ZodNumber>;
            trigger: z.ZodString;
            status: z.ZodEnum<{
                CHECKED: "CHECKED";
                COULD_NOT_CHECK: "COULD_NOT_CHECK";
                FAILED: "FAILED";
                HELD: "HELD";
                INTERRUPTED: "INTERRUPTED";
                NO_UPDATES: "NO_UPDATES";
                ROLLED_BACK: "ROLLED_BACK";
                SKIPPED: "SKIPPED";
                SUCCESS: "SUCCESS";
            }>;
            reason: z.ZodString;
            upgrades: z.ZodArray<z.ZodObject<{
                ecosystem: z.ZodEnum<{
                    npm: "npm";
                    pip: "pip";
                }>;
                name: z.ZodString;
                from: z.ZodString;
                to: z.ZodString;
                reason: z.ZodEnum<{
                    dependency: "dependency";
                    outdated: "outdated";
                    security: "security";
                }>;
                major: z.ZodBoolean;
                clears: z.ZodArray<z.ZodString>;
                source: z.ZodString;
                releasedAt: z.ZodNullable<z.ZodNumber>;
                result: z.ZodEnum<{
                    failed: "failed";
                    planned: "planned";
                    refused: "refused";
                    "taken-back": "taken-back";
                    updated: "updated";
                    waits: "waits";
                }>;
                detail: z.ZodString;
                tests: z.ZodArray<z.ZodObject<{
                    name: z.ZodEnum<{
                        critical_files: "critical_files";
                        dependency_check: "dependency_check";
                        environment_check: "environment_check";
                        import_test: "import_test";
                        verify_commands: "verify_commands";
                    }>;
                    passed: z.ZodBoolean;
                    detail: z.ZodString;
                    durationMs: z.ZodNumber;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            canRollBack: z.ZodBoolean;
            rolledBackAt: z.ZodNullable<z.ZodNumber>;
            report: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                packages: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    version: z.ZodString;
                    declared: z.ZodBoolean;
                    latest: z.ZodNullable<z.ZodString>;
                    latestAt: z.ZodNullable<z.ZodNumber>;
                    checked: z.ZodBoolean;
                    advisories: z.ZodArray<z.ZodObject<{
                        id: z.ZodString;
                        aliases: z.ZodArray<z.ZodString>;
                        summary: z.ZodString;
                        severity: z.ZodEnum<{
                            critical: "critical";
                            high: "high";
                            low: "low";
                            moderate: "moderate";
                            unknown: "unknown";
                        }>;
                        score: z.ZodNullable<z.ZodNumber>;
                        url: z.ZodNullable<z.ZodString>;
                        fixedIn: z.ZodNullable<z.ZodString>;
                        sources: z.ZodArray<z.ZodString>;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                sources: z.ZodArray<z.ZodObject<{
                    name: z.ZodEnum<{
                        "npm-audit": "npm-audit";
                        "npm-inventory": "npm-inventory";
                        "npm-registry": "npm-registry";
                        osv: "osv";
                        "osv-folder": "osv-folder";
                        "pip-audit": "pip-audit";
                        "pip-index": "pip-index";
                        "pip-inventory": "pip-inventory";
                    }>;
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    state: z.ZodEnum<{
                        checked: "checked";
                        "could-not-check": "could-not-check";
                        partial: "partial";
                    }>;
                    reason: z.ZodString;
                    unchecked: z.ZodArray<z.ZodString>;
                }, z.core.$strip>>;
                upgrades: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    from: z.ZodString;
                    to: z.ZodString;
                    reason: z.ZodEnum<{
                        dependency: "dependency";
                        outdated: "outdated";
                        security: "security";
                    }>;
                    major: z.ZodBoolean;
                    clears: z.ZodArray<z.ZodString>;
                    source: z.ZodString;
                    releasedAt: z.ZodNullable<z.ZodNumber>;
                }, z.core.$strip>>;
                findings: z.ZodArray<z.ZodObject<{
                    ecosystem: z.ZodEnum<{
                        npm: "npm";
                        pip: "pip";
                    }>;
                    name: z.ZodString;
                    version: z.ZodString;
                    code: z.ZodEnum<{
                        blocked: "blocked";
                        major: "major";
                        "no-fix": "no-fix";
                        "not-from-index": "not-from-index";
                        refused: "refused";
                        "too-young": "too-young";
                        "unknown-releases": "unknown-releases";
                        unmanaged: "unmanaged";
                    }>;
                    detail: z.ZodString;
                    advisories: z.ZodArray<z.ZodString>;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    readonly 'security:preview': {
        readonly input: z.ZodObject<{
            run: z.ZodString;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            run: z.ZodString;
            packages: z.ZodArray<z.ZodObject<{
                ecosystem: z.ZodEnum<{
                    npm: "npm";
                    pip: "pip";
                }>;
                name: z.ZodString;
                from: z.ZodString;
                to: z.ZodString;
            }, z.core.$strip>>;
            files: z.ZodArray<z.ZodString>;
            changedSince: z.ZodArray<z.ZodString>;
            token: z.ZodString;
        }, z.core.$strip>;
    };
    readonly 'security:rollback': {
        readonly input: z.ZodObject<{
            run: z.ZodString;
            token: z.ZodString;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            run: z.ZodString;
            packages: z.ZodArray<z.ZodObject<{
                ecosystem: z.ZodEnum<{
                    npm: "npm";
                    pip: "pip";
                }>;
                name: z.ZodString;
                from: z.ZodString;
                to: z.ZodString;
            }, z.core.$strip>>;
            files: z.ZodArray<z.ZodString>;
            changedSince: z.ZodArray<z.ZodString>;
            token: z.ZodString;
        }, z.core.$strip>;
    };
    readonly 'environment:status': {
        readonly input: z.ZodNull;
        readonly output: z.ZodObject<{
            report: z.ZodNullable<z.ZodObject<{
                at: z.ZodNumber;
                state: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    failed: "failed";
                    passed: "passed";
                }>;
                checks: z.ZodArray<z.ZodObject<{
                    id: z.ZodString;
                    name: z.ZodString;
                    state: z.ZodEnum<{
                        "could-not-check": "could-not-check";
                        failed: "failed";
                        passed: "passed";
                    }>;
                    facts: z.ZodString;
                    findings: z.ZodArray<z.ZodObject<{
                        code: z.ZodString;
                        values: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
                        type: z.ZodEnum<{
                            CHANGED_CRITICAL_FILES: "CHANGED_CRITICAL_FILES";
                            CLOCK: "CLOCK";
                            HIGH_MEMORY_USAGE: "HIGH_MEMORY_USAGE";
                            LOW_DISK_SPACE: "LOW_DISK_SPACE";
                            MISSING_CRITICAL_FILES: "MISSING_CRITICAL_FILES";
                            MISSING_DIRECTORIES: "MISSING_DIRECTORIES";
                            MISSING_ENV_VARS: "MISSING_ENV_VARS";
                            MISSING_NODE_PACKAGES: "MISSING_NODE_PACKAGES";
                            MISSING_PACKAGES: "MISSING_PACKAGES";
                            NODE_VERSION: "NODE_VERSION";
                            NOT_CHECKED: "NOT_CHECKED";
                            NOT_WRITABLE: "NOT_WRITABLE";
                            PACKAGE_INSTALL_FAILED: "PACKAGE_INSTALL_FAILED";
                            PYTHON_VERSION: "PYTHON_VERSION";
                            REQUIREMENTS_UNREADABLE: "REQUIREMENTS_UNREADABLE";
                        }>;
                        severity: z.ZodEnum<{
                            CRITICAL: "CRITICAL";
                            ERROR: "ERROR";
                            INFO: "INFO";
                            WARNING: "WARNING";
                        }>;
                        subject: z.ZodString;
                        advice: z.ZodNullable<z.ZodString>;
                        command: z.ZodNullable<z.ZodString>;
                    }, z.core.$strip>>;
                    durationMs: z.ZodNumber;
                }, z.core.$strip>>;
                fixes: z.ZodArray<z.ZodObject<{
                    kind: z.ZodEnum<{
                        "create-folder": "create-folder";
                        "install-package": "install-package";
                    }>;
                    subject: z.ZodString;
                    detail: z.ZodString;
                }, z.core.$strip>>;
                durationMs: z.ZodNumber;
            }, z.core.$strip>>;
            running: z.ZodNullable<z.ZodObject<{
                since: z.ZodNumber;
                phase: z.ZodEnum<{
                    checking: "checking";
                    installing: "installing";
                }>;
                detail: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    };
    /** Looks now; `install` also puts right what it can. */
    readonly 'environment:check': {
        readonly input: z.ZodObject<{
            install: z.ZodBoolean;
        }, z.core.$strip>;
        readonly output: z.ZodObject<{
            at: z.ZodNumber;
            state: z.ZodEnum<{
                "could-not-check": "could-not-check";
                failed: "failed";
                passed: "passed";
            }>;
            checks: z.ZodArray<z.ZodObject<{
                id: z.ZodString;
                name: z.ZodString;
                state: z.ZodEnum<{
                    "could-not-check": "could-not-check";
                    failed: "failed";
                    passed: "passed";
                }>;
                facts: z.ZodString;
                findings: z.ZodArray<z.ZodObject<{
                    code: z.ZodString;
                    values: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
                    type: z.ZodEnum<{
                        CHANGED_CRITICAL_FILES: "CHANGED_CRITICAL_FILES";
                        CLOCK: "CLOCK";
                        HIGH_MEMORY_USAGE: "HIGH_MEMORY_USAGE";
                        LOW_DISK_SPACE: "LOW_DISK_SPACE";
                        MISSING_CRITICAL_FILES: "MISSING_CRITICAL_FILES";
                        MISSING_DIRECTORIES: "MISSING_DIRECTORIES";
                        MISSING_ENV_VARS: "MISSING_ENV_VARS";
                        MISSING_NODE_PACKAGES: "MISSING_NODE_PACKAGES";
                        MISSING_PACKAGES: "MISSING_PACKAGES";
                        NODE_VERSION: "NODE_VERSION";
                        NOT_CHECKED: "NOT_CHECKED";
                        NOT_WRITABLE: "NOT_WRITABLE";
                        PACKAGE_INSTALL_FAILED: "PACKAGE_INSTALL_FAILED";
                        PYTHON_VERSION: "PYTHON_VERSION";
                        REQUIREMENTS_UNREADABLE: "REQUIREMENTS_UNREADABLE";
                    }>;
                    severity: z.ZodEnum<{
                        CRITICAL: "CRITICAL";
                        ERROR: "ERROR";
                        INFO: "INFO";
                        WARNING: "WARNING";
                    }>;
                    subject: z.ZodString;
                    advice: z.ZodNullable<z.ZodString>;
                    command: z.ZodNullable<z.ZodString>;
                }, z.core.$strip>>;
                durationMs: z.ZodNumber;
            }, z.core.$strip>>;
            fixes: z.ZodArray<z.ZodObject<{
                kind: z.ZodEnum<{
                    "create-folder": "create-folder";
                    "install-package": "install-package";
                }>;
                subject: z.ZodString;
                detail: z.ZodString;
            }, z.core.$strip>>;
            durationMs: z.ZodNumber;
        }, z.core.$strip>;
    };
};
export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
/** Errors cross the bridge as coded replies: an Error object would lose its code on the way. */
export type Reply<T> = {
    ok: true;
    value: T;
} | {
    ok: false;
    error: {
        code: string;
        message: string;
    };
};
/** What main tells the panel unasked: whole values, never differences. */
export declare const pushes: {
    readonly snapshot: z.ZodObject<{
        revision: z.ZodNumber;
        workspace: z.ZodObject<{
            name: z.ZodString;
            path: z.ZodString;
            source: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>;
        overall: z.ZodEnum<{
            good: "good";
            "needs-you": "needs-you";
            paused: "paused";
            problem: "problem";
            unknown: "unknown";
            working: "working";
        }>;
        provenGoodAt: z.ZodNullable<z.ZodNumber>;
        lastCheck: z.ZodNullable<z.ZodObject<{
            at: z.ZodNumber;
            result: z.ZodEnum<{
                applied: "applied";
                "could-not-check": "could-not-check";
                failed: "failed";
                held: "held";
                "rolled-back": "rolled-back";
                "up-to-date": "up-to-date";
            }>;
        }, z.core.$strip>>;
        lastFullScanAt: z.ZodNullable<z.ZodNumber>;
        watcher: z.ZodObject<{
            state: z.ZodEnum<{
                deaf: "deaf";
                off: "off";
                refused: "refused";
                "root-missing": "root-missing";
                starting: "starting";
                watching: "watching";
            }>;
            since: z.ZodNumber;
            detail: z.ZodString;
        }, z.core.$strip>;
        activity: z.ZodNullable<z.ZodObject<{
            act: z.ZodEnum<{
                dissolve: "dissolve";
                prune: "prune";
                recover: "recover";
                rollback: "rollback";
                scan: "scan";
                update: "update";
                verify: "verify";
            }>;
            phase: z.ZodEnum<{
                applying: "applying";
                archiving: "archiving";
                checking: "checking";
                hashing: "hashing";
                restoring: "restoring";
                staging: "staging";
                verifying: "verifying";
                waiting: "waiting";
            }>;
            done: z.ZodNumber;
            total: z.ZodNumber;
            release: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>;
        held: z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            reason: z.ZodEnum<{
                backwards: "backwards";
                "brake-files": "brake-files";
                "brake-percent": "brake-percent";
                conflict: "conflict";
                "conflict-deleted-here": "conflict-deleted-here";
                "conflict-deleted-in-core": "conflict-deleted-in-core";
                "conflict-unknown": "conflict-unknown";
                "depends-on-held": "depends-on-held";
                "duplicate-name": "duplicate-name";
                "import-cycle": "import-cycle";
                "manifest-mismatch": "manifest-mismatch";
                "manifest-missing": "manifest-missing";
                "name-collision": "name-collision";
                "not-a-file": "not-a-file";
                placeholder: "placeholder";
                protected: "protected";
                rejected: "rejected";
                "source-empty": "source-empty";
                "source-marker-missing": "source-marker-missing";
                "source-shrunk": "source-shrunk";
                symlink: "symlink";
                syntax: "syntax";
                "taken-back": "taken-back";
                "too-large": "too-large";
                unreadable: "unreadable";
                "unsafe-path": "unsafe-path";
                unstable: "unstable";
            }>;
            detail: z.ZodString;
            sourceHash: z.ZodNullable<z.ZodString>;
            localHash: z.ZodNullable<z.ZodString>;
            since: z.ZodNumber;
            decisions: z.ZodArray<z.ZodEnum<{
                "keep-local": "keep-local";
                "take-source": "take-source";
            }>>;
        }, z.core.$strip>>;
        heldSet: z.ZodNullable<z.ZodObject<{
            token: z.ZodString;
            reasons: z.ZodArray<z.ZodObject<{
                reason: z.ZodEnum<{
                    backwards: "backwards";
                    "brake-files": "brake-files";
                    "brake-percent": "brake-percent";
                    conflict: "conflict";
                    "conflict-deleted-here": "conflict-deleted-here";
                    "conflict-deleted-in-core": "conflict-deleted-in-core";
                    "conflict-unknown": "conflict-unknown";
                    "depends-on-held": "depends-on-held";
                    "duplicate-name": "duplicate-name";
                    "import-cycle": "import-cycle";
                    "manifest-mismatch": "manifest-mismatch";
                    "manifest-missing": "manifest-missing";
                    "name-collision": "name-collision";
                    "not-a-file": "not-a-file";
                    placeholder: "placeholder";
                    protected: "protected";
                    rejected: "rejected";
                    "source-empty": "source-empty";
                    "source-marker-missing": "source-marker-missing";
                    "source-shrunk": "source-shrunk";
                    symlink: "symlink";
                    syntax: "syntax";
                    "taken-back": "taken-back";
                    "too-large": "too-large";
                    unreadable: "unreadable";
                    "unsafe-path": "unsafe-path";
                    unstable: "unstable";
                }>;
                detail: z.ZodString;
            }, z.core.$strip>>;
            files: z.ZodNumber;
            since: z.ZodNumber;
        }, z.core.$strip>>;
        approvals: z.ZodArray<z.ZodObject<{
            id: z.ZodNumber;
            actor: z.ZodString;
            type: z.ZodString;
            target: z.ZodString;
            summary: z.ZodString;
            risk: z.ZodEnum<{
                high: "high";
                low: "low";
                medium: "medium";
            }>;
            procedure: z.ZodEnum<{
                meta: "meta";
                person: "person";
            }>;
            askedAt: z.ZodNumber;
            expiresAt: z.ZodNumber;
        }, z.core.$strip>>;
        releases: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            kind: z.ZodEnum<{
                rollback: "rollback";
                update: "update";
            }>;
            of: z.ZodNullable<z.ZodString>;
            status: z.ZodEnum<{
                APPLYING: "APPLYING";
                FAILED: "FAILED";
                ROLLED_BACK: "ROLLED_BACK";
                SUCCESS: "SUCCESS";
                VERIFYING: "VERIFYING";
            }>;
            trigger: z.ZodEnum<{
                library: "library";
                panel: "panel";
                schedule: "schedule";
                startup: "startup";
                terminal: "terminal";
                tray: "tray";
                watcher: "watcher";
            }>;
            startedAt: z.ZodNumber;
            finishedAt: z.ZodNullable<z.ZodNumber>;
            files: z.ZodNumber;
            reason: z.ZodNullable<z.ZodString>;
            canRollBack: z.ZodBoolean;
            rolledBackBy: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>;
        problems: z.ZodArray<z.ZodObject<{
            code: z.ZodEnum<{
                "act-interrupted": "act-interrupted";
                "archive-damaged": "archive-damaged";
                "audit-broken": "audit-broken";
                "audit-unlogged": "audit-unlogged";
                "checkpoint-failed": "checkpoint-failed";
                "consensus-owed": "consensus-owed";
                "disk-full": "disk-full";
                "dissolution-due": "dissolution-due";
                "dissolution-interrupted": "dissolution-interrupted";
                "environment-failed": "environment-failed";
                "immune-violated": "immune-violated";
                internal: "internal";
                "log-quarantined": "log-quarantined";
                "log-unwritable": "log-unwritable";
                recovered: "recovered";
                "release-failed": "release-failed";
                "release-rolled-back": "release-rolled-back";
                "security-failed": "security-failed";
                "security-unchecked": "security-unchecked";
                "security-vulnerable": "security-vulnerable";
                "settings-invalid": "settings-invalid";
                "source-missing": "source-missing";
                "source-not-set": "source-not-set";
                "source-stream": "source-stream";
                "source-unreadable": "source-unreadable";
                "structure-refused": "structure-refused";
                unrecoverable: "unrecoverable";
                "watcher-deaf": "watcher-deaf";
            }>;
            detail: z.ZodString;
            at: z.ZodNumber;
            severity: z.ZodEnum<{
                harm: "harm";
                notice: "notice";
                warning: "warning";
            }>;
            release: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>;
        pausedUntil: z.ZodNullable<z.ZodNumber>;
        when: z.ZodEnum<{
            immediate: "immediate";
            manual: "manual";
            ritual: "ritual";
        }>;
        waiting: z.ZodNumber;
        trackedFiles: z.ZodNumber;
        pointerFiles: z.ZodNumber;
        security: z.ZodObject<{
            state: z.ZodEnum<{
                "could-not-check": "could-not-check";
                good: "good";
                unknown: "unknown";
                vulnerable: "vulnerable";
            }>;
            packages: z.ZodNumber;
            vulnerable: z.ZodNumber;
            outdated: z.ZodNumber;
            unchecked: z.ZodNumber;
            upgrades: z.ZodNumber;
            lastRunAt: z.ZodNullable<z.ZodNumber>;
            nextRunAt: z.ZodNullable<z.ZodNumber>;
            running: z.ZodNullable<z.ZodEnum<{
                looking: "looking";
                restoring: "restoring";
                testing: "testing";
                upgrading: "upgrading";
            }>>;
        }, z.core.$strip>;
        settingsProblem: z.ZodNullable<z.ZodObject<{
            file: z.ZodString;
            line: z.ZodNumber;
            path: z.ZodString;
            message: z.ZodString;
        }, z.core.$strip>>;
        environment: z.ZodObject<{
            state: z.ZodEnum<{
                "could-not-check": "could-not-check";
                failed: "failed";
                passed: "passed";
                unknown: "unknown";
            }>;
            checkedAt: z.ZodNullable<z.ZodNumber>;
            failing: z.ZodNumber;
        }, z.core.$strip>;
    }, z.core.$strip>;
    /** Where the panel shall go, after a click on a notification or a menu item. */
    readonly navigate: z.ZodObject<{
        view: z.ZodEnum<{
            archive: "archive";
            constitution: "constitution";
            environment: "environment";
            overview: "overview";
            security: "security";
            settings: "settings";
            updates: "updates";
        }>;
        release: z.ZodNullable<z.ZodString>;
        rollback: z.ZodBoolean;
    }, z.core.$strip>;
    readonly info: z.ZodObject<{
        version: z.ZodString;
        language: z.ZodEnum<{
            en: "en";
            ko: "ko";
        }>;
        platform: z.ZodString;
        settings: z.ZodObject<{
            language: z.ZodEnum<{
                en: "en";
                ko: "ko";
                system: "system";
            }>;
            theme: z.ZodEnum<{
                dark: "dark";
                light: "light";
                system: "system";
            }>;
            openAtLogin: z.ZodBoolean;
        }, z.core.$strict>;
    }, z.core.$strip>;
};
export type Push = keyof typeof pushes;
export type PushValue<P extends Push> = z.infer<(typeof pushes)[P]>;
/** What the preload puts on `window.nightguard`. */
export interface Bridge {
    call<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<Output<C>>>;
    on<P extends Push>(push: P, listener: (value: PushValue<P>) => void): () => void;
}
export {};
