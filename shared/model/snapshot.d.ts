import { z } from 'zod';
import { type HeldItem } from './updates.ts';
export declare const overallSchema: z.ZodEnum<{
    good: "good";
    "needs-you": "needs-you";
    paused: "paused";
    problem: "problem";
    unknown: "unknown";
    working: "working";
}>;
export type Overall = z.infer<typeof overallSchema>;
export declare const watcherSchema: z.ZodObject<{
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
export type WatcherState = z.infer<typeof watcherSchema>;
export declare const activitySchema: z.ZodObject<{
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
}, z.core.$strip>;
export type Activity = z.infer<typeof activitySchema>;
export declare const problemSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type Problem = z.infer<typeof problemSchema>;
export declare const checkSchema: z.ZodObject<{
    at: z.ZodNumber;
    result: z.ZodEnum<{
        applied: "applied";
        "could-not-check": "could-not-check";
        failed: "failed";
        held: "held";
        "rolled-back": "rolled-back";
        "up-to-date": "up-to-date";
    }>;
}, z.core.$strip>;
export declare const snapshotSchema: z.ZodObject<{
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
export type Snapshot = z.infer<typeof snapshotSchema>;
/** Whether a held file asks for a decision: what a person rolled back is settled and only listed. */
export declare const asksForDecision: ({ reason }: Pick<HeldItem, 'reason'>) => boolean;
/** How many decisions wait for a person: a held set counts as one, and so does a request for approval. */
export declare const needsYouCount: (snapshot: Pick<Snapshot, 'held' | 'heldSet' | 'approvals'>) => number;
/** The one state that a glance shows. Order matters: harm before questions, questions before work. */
export declare function overallOf(snapshot: Omit<Snapshot, 'overall'>): Overall;
