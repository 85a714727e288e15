import { z } from 'zod';
/** What happens to one file. RESTORED is written by a rollback; the others come from Core. */
export declare const changeTypeSchema: z.ZodEnum<{
    DELETED: "DELETED";
    MODIFIED: "MODIFIED";
    NEW: "NEW";
    RESTORED: "RESTORED";
}>;
export type ChangeType = z.infer<typeof changeTypeSchema>;
/** Why a file or a whole set waits. Each has a sentence for people in the locales (`held.<code>`). */
export declare const heldReasonSchema: z.ZodEnum<{
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
export type HeldReason = z.infer<typeof heldReasonSchema>;
/** A decision that a person can take about a held file. */
export declare const heldDecisionSchema: z.ZodEnum<{
    "keep-local": "keep-local";
    "take-source": "take-source";
}>;
export type HeldDecision = z.infer<typeof heldDecisionSchema>;
export declare const heldItemSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type HeldItem = z.infer<typeof heldItemSchema>;
/** A whole set that the brake holds; `token` binds a person's release to exactly this set. */
export declare const heldSetSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type HeldSet = z.infer<typeof heldSetSchema>;
export declare const releaseStatusSchema: z.ZodEnum<{
    APPLYING: "APPLYING";
    FAILED: "FAILED";
    ROLLED_BACK: "ROLLED_BACK";
    SUCCESS: "SUCCESS";
    VERIFYING: "VERIFYING";
}>;
export type ReleaseStatus = z.infer<typeof releaseStatusSchema>;
export declare const releaseKindSchema: z.ZodEnum<{
    rollback: "rollback";
    update: "update";
}>;
export type ReleaseKind = z.infer<typeof releaseKindSchema>;
/** Who or what asked for an act. */
export declare const triggerSchema: z.ZodEnum<{
    library: "library";
    panel: "panel";
    schedule: "schedule";
    startup: "startup";
    terminal: "terminal";
    tray: "tray";
    watcher: "watcher";
}>;
export type Trigger = z.infer<typeof triggerSchema>;
export declare const releaseIdSchema: z.ZodString;
export declare const releaseSummarySchema: z.ZodObject<{
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
}, z.core.$strip>;
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;
export declare const releaseFileSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type ReleaseFile = z.infer<typeof releaseFileSchema>;
export declare const verificationSchema: z.ZodObject<{
    name: z.ZodString;
    passed: z.ZodBoolean;
    durationMs: z.ZodNumber;
    output: z.ZodString;
}, z.core.$strip>;
export type Verification = z.infer<typeof verificationSchema>;
export declare const releaseDetailSchema: z.ZodObject<{
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
export type ReleaseDetail = z.infer<typeof releaseDetailSchema>;
export declare const cycleStatusSchema: z.ZodEnum<{
    COMPLETED: "COMPLETED";
    FAILED: "FAILED";
    HELD: "HELD";
    NO_UPDATES: "NO_UPDATES";
    PLANNED: "PLANNED";
    ROLLED_BACK: "ROLLED_BACK";
}>;
/** An entry of `knowledge/system/update_log.json` (see the formats shared with 97layerOS). */
export declare const updateEntrySchema: z.ZodObject<{
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
}, z.core.$loose>;
export type UpdateEntry = z.infer<typeof updateEntrySchema>;
export declare const cycleResultSchema: z.ZodObject<{
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
export type CycleResult = z.infer<typeof cycleResultSchema>;
export declare const rollbackTargetSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
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
export type RollbackTarget = z.infer<typeof rollbackTargetSchema>;
/** `put-back` and `remove` can be done at once; `decide` means that somebody changed the file since; `lost` that no proven copy exists. */
export declare const rollbackActionSchema: z.ZodEnum<{
    decide: "decide";
    lost: "lost";
    "put-back": "put-back";
    remove: "remove";
    unchanged: "unchanged";
}>;
export declare const rollbackFileSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type RollbackFile = z.infer<typeof rollbackFileSchema>;
export declare const rollbackPreviewSchema: z.ZodObject<{
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
export type RollbackPreview = z.infer<typeof rollbackPreviewSchema>;
/** What to do with files that were changed since: leave them, or archive them and put the old bytes back. */
export declare const changedSinceSchema: z.ZodEnum<{
    keep: "keep";
    overwrite: "overwrite";
}>;
export type ChangedSince = z.infer<typeof changedSinceSchema>;
export declare const rollbackResultSchema: z.ZodObject<{
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
export type RollbackResult = z.infer<typeof rollbackResultSchema>;
export declare const archiveVersionSchema: z.ZodObject<{
    id: z.ZodNumber;
    path: z.ZodString;
    hash: z.ZodString;
    size: z.ZodNumber;
    archivedAt: z.ZodNumber;
    archivePath: z.ZodString;
    release: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
export type ArchiveVersion = z.infer<typeof archiveVersionSchema>;
export declare const archivePageSchema: z.ZodObject<{
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
export type ArchivePage = z.infer<typeof archivePageSchema>;
export declare const archiveVerifySchema: z.ZodObject<{
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
export type ArchiveVerifyResult = z.infer<typeof archiveVerifySchema>;
export declare const prunePreviewSchema: z.ZodObject<{
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
export type PrunePreview = z.infer<typeof prunePreviewSchema>;
/** A text difference; `binary` when either side is not text, `tooLarge` when it would not be readable. */
export declare const textDiffSchema: z.ZodObject<{
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
export type TextDiff = z.infer<typeof textDiffSchema>;
