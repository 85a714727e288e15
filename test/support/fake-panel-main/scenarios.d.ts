/** What the panel may meet. `silent`: no call is answered; `unreachable`: every call is rejected; `failing`: every act is refused. */
export declare const SCENARIOS: {
    good: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    'needs-you': () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    brake: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    problem: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    'could-not-check': () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    working: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    paused: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    empty: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    warned: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    settings: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    constitution: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    approvals: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    'broken-log': () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    'long-log': () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    unchecked: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    unconstituted: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    vulnerable: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    failing: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    silent: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
    unreachable: () => {
        revision: number;
        workspace: {
            name: string;
            path: string;
            source: string | null;
        };
        overall: "good" | "needs-you" | "paused" | "problem" | "unknown" | "working";
        provenGoodAt: number | null;
        lastCheck: {
            at: number;
            result: "applied" | "could-not-check" | "failed" | "held" | "rolled-back" | "up-to-date";
        } | null;
        lastFullScanAt: number | null;
        watcher: {
            state: "deaf" | "off" | "refused" | "root-missing" | "starting" | "watching";
            since: number;
            detail: string;
        };
        activity: {
            act: "dissolve" | "prune" | "recover" | "rollback" | "scan" | "update" | "verify";
            phase: "applying" | "archiving" | "checking" | "hashing" | "restoring" | "staging" | "verifying" | "waiting";
            done: number;
            total: number;
            release: string | null;
        } | null;
        held: {
            path: string;
            reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
            detail: string;
            sourceHash: string | null;
            localHash: string | null;
            since: number;
            decisions: ("keep-local" | "take-source")[];
        }[];
        heldSet: {
            token: string;
            reasons: {
                reason: "backwards" | "brake-files" | "brake-percent" | "conflict" | "conflict-deleted-here" | "conflict-deleted-in-core" | "conflict-unknown" | "depends-on-held" | "duplicate-name" | "import-cycle" | "manifest-mismatch" | "manifest-missing" | "name-collision" | "not-a-file" | "placeholder" | "protected" | "rejected" | "source-empty" | "source-marker-missing" | "source-shrunk" | "symlink" | "syntax" | "taken-back" | "too-large" | "unreadable" | "unsafe-path" | "unstable";
                detail: string;
            }[];
            files: number;
            since: number;
        } | null;
        approvals: {
            id: number;
            actor: string;
            type: string;
            target: string;
            summary: string;
            risk: "high" | "low" | "medium";
            procedure: "meta" | "person";
            askedAt: number;
            expiresAt: number;
        }[];
        releases: {
            id: string;
            kind: "rollback" | "update";
            of: string | null;
            status: "APPLYING" | "FAILED" | "ROLLED_BACK" | "SUCCESS" | "VERIFYING";
            trigger: "library" | "panel" | "schedule" | "startup" | "terminal" | "tray" | "watcher";
            startedAt: number;
            finishedAt: number | null;
            files: number;
            reason: string | null;
            canRollBack: boolean;
            rolledBackBy: string | null;
        }[];
        problems: {
            code: "act-interrupted" | "archive-damaged" | "audit-broken" | "audit-unlogged" | "checkpoint-failed" | "consensus-owed" | "disk-full" | "dissolution-due" | "dissolution-interrupted" | "environment-failed" | "immune-violated" | "internal" | "log-quarantined" | "log-unwritable" | "recovered" | "release-failed" | "release-rolled-back" | "security-failed" | "security-unchecked" | "security-vulnerable" | "settings-invalid" | "source-missing" | "source-not-set" | "source-stream" | "source-unreadable" | "structure-refused" | "unrecoverable" | "watcher-deaf";
            detail: string;
            at: number;
            severity: "harm" | "notice" | "warning";
            release: string | null;
        }[];
        pausedUntil: number | null;
        when: "immediate" | "manual" | "ritual";
        waiting: number;
        trackedFiles: number;
        pointerFiles: number;
        security: {
            state: "could-not-check" | "good" | "unknown" | "vulnerable";
            packages: number;
            vulnerable: number;
            outdated: number;
            unchecked: number;
            upgrades: number;
            lastRunAt: number | null;
            nextRunAt: number | null;
            running: "looking" | "restoring" | "testing" | "upgrading" | null;
        };
        settingsProblem: {
            file: string;
            line: number;
            path: string;
            message: string;
        } | null;
        environment: {
            state: "could-not-check" | "failed" | "passed" | "unknown";
            checkedAt: number | null;
            failing: number;
        };
    };
};
export type ScenarioName = keyof typeof SCENARIOS;
