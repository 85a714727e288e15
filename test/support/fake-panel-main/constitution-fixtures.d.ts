import type { StructureNode, StructureTree } from '../../../shared/model/governance.ts';
export declare const treeOf: (children: StructureNode[], part?: Partial<StructureTree>) => StructureTree;
/** Nothing to worry about: two structures, both as they should be. */
export declare const SOUND_VIEW: {
    constituted: boolean;
    tree: {
        root: StructureNode;
        scannedAt: number;
        counts: {
            Canonical: number;
            'Canonical-Conditional': number;
            'Non-Canonical': number;
            Container: number;
        };
        unreadable: {
            path: string;
            detail: string;
        }[];
    } | null;
    scanProblem: string | null;
    self: {
        check: "alignment" | "integrity" | "limits";
        subject: string;
        result: "could-not-check" | "ok" | "violated";
        detail: string;
    }[];
    selfCheckedAt: number | null;
    unlogged: {
        path: string;
        change: "changed" | "created" | "removed" | "unreadable";
        was: string | null;
        is: string | null;
        since: number | null;
        detail: string | null;
    }[];
    due: {
        structure: string;
        reason: string;
        since: number;
    }[];
    consensus: {
        id: number;
        target: string;
        kind: "agents_unavailable" | "emergency_security_patch" | "formal_correction" | "ordinary";
        description: string;
        contentHash: string;
        versionChange: string;
        state: "accepted" | "awaiting-person" | "escalated" | "rejected" | "reviewing" | "stale";
        reasons: string[];
        votes: {
            agent: string;
            model: string;
            organization: string;
            verdict: "approve" | "reject" | "revise";
            rationale: string;
            contentHash: string;
            at: number;
            counts: boolean;
            family: string | null;
        }[];
        persons: string[];
        consensusOwed: boolean;
        openedAt: number;
    }[];
};
/** Everything that the view can meet, at once. */
export declare const FULL_VIEW: {
    constituted: boolean;
    tree: {
        root: StructureNode;
        scannedAt: number;
        counts: {
            Canonical: number;
            'Canonical-Conditional': number;
            'Non-Canonical': number;
            Container: number;
        };
        unreadable: {
            path: string;
            detail: string;
        }[];
    } | null;
    scanProblem: string | null;
    self: {
        check: "alignment" | "integrity" | "limits";
        subject: string;
        result: "could-not-check" | "ok" | "violated";
        detail: string;
    }[];
    selfCheckedAt: number | null;
    unlogged: {
        path: string;
        change: "changed" | "created" | "removed" | "unreadable";
        was: string | null;
        is: string | null;
        since: number | null;
        detail: string | null;
    }[];
    due: {
        structure: string;
        reason: string;
        since: number;
    }[];
    consensus: {
        id: number;
        target: string;
        kind: "agents_unavailable" | "emergency_security_patch" | "formal_correction" | "ordinary";
        description: string;
        contentHash: string;
        versionChange: string;
        state: "accepted" | "awaiting-person" | "escalated" | "rejected" | "reviewing" | "stale";
        reasons: string[];
        votes: {
            agent: string;
            model: string;
            organization: string;
            verdict: "approve" | "reject" | "revise";
            rationale: string;
            contentHash: string;
            at: number;
            counts: boolean;
            family: string | null;
        }[];
        persons: string[];
        consensusOwed: boolean;
        openedAt: number;
    }[];
};
export declare const CONSENSUS_VIEW: {
    constituted: boolean;
    tree: {
        root: StructureNode;
        scannedAt: number;
        counts: {
            Canonical: number;
            'Canonical-Conditional': number;
            'Non-Canonical': number;
            Container: number;
        };
        unreadable: {
            path: string;
            detail: string;
        }[];
    } | null;
    scanProblem: string | null;
    self: {
        check: "alignment" | "integrity" | "limits";
        subject: string;
        result: "could-not-check" | "ok" | "violated";
        detail: string;
    }[];
    selfCheckedAt: number | null;
    unlogged: {
        path: string;
        change: "changed" | "created" | "removed" | "unreadable";
        was: string | null;
        is: string | null;
        since: number | null;
        detail: string | null;
    }[];
    due: {
        structure: string;
        reason: string;
        since: number;
    }[];
    consensus: {
        id: number;
        target: string;
        kind: "agents_unavailable" | "emergency_security_patch" | "formal_correction" | "ordinary";
        description: string;
        contentHash: string;
        versionChange: string;
        state: "accepted" | "awaiting-person" | "escalated" | "rejected" | "reviewing" | "stale";
        reasons: string[];
        votes: {
            agent: string;
            model: string;
            organization: string;
            verdict: "approve" | "reject" | "revise";
            rationale: string;
            contentHash: string;
            at: number;
            counts: boolean;
            family: string | null;
        }[];
        persons: string[];
        consensusOwed: boolean;
        openedAt: number;
    }[];
};
/** The last scan failed, and the immune system could not look at itself. */
export declare const UNCHECKED_VIEW: {
    constituted: boolean;
    tree: {
        root: StructureNode;
        scannedAt: number;
        counts: {
            Canonical: number;
            'Canonical-Conditional': number;
            'Non-Canonical': number;
            Container: number;
        };
        unreadable: {
            path: string;
            detail: string;
        }[];
    } | null;
    scanProblem: string | null;
    self: {
        check: "alignment" | "integrity" | "limits";
        subject: string;
        result: "could-not-check" | "ok" | "violated";
        detail: string;
    }[];
    selfCheckedAt: number | null;
    unlogged: {
        path: string;
        change: "changed" | "created" | "removed" | "unreadable";
        was: string | null;
        is: string | null;
        since: number | null;
        detail: string | null;
    }[];
    due: {
        structure: string;
        reason: string;
        since: number;
    }[];
    consensus: {
        id: number;
        target: string;
        kind: "agents_unavailable" | "emergency_security_patch" | "formal_correction" | "ordinary";
        description: string;
        contentHash: string;
        versionChange: string;
        state: "accepted" | "awaiting-person" | "escalated" | "rejected" | "reviewing" | "stale";
        reasons: string[];
        votes: {
            agent: string;
            model: string;
            organization: string;
            verdict: "approve" | "reject" | "revise";
            rationale: string;
            contentHash: string;
            at: number;
            counts: boolean;
            family: string | null;
        }[];
        persons: string[];
        consensusOwed: boolean;
        openedAt: number;
    }[];
};
/** A workspace without any of it. */
export declare const NO_CONSTITUTION: {
    constituted: boolean;
    tree: {
        root: StructureNode;
        scannedAt: number;
        counts: {
            Canonical: number;
            'Canonical-Conditional': number;
            'Non-Canonical': number;
            Container: number;
        };
        unreadable: {
            path: string;
            detail: string;
        }[];
    } | null;
    scanProblem: string | null;
    self: {
        check: "alignment" | "integrity" | "limits";
        subject: string;
        result: "could-not-check" | "ok" | "violated";
        detail: string;
    }[];
    selfCheckedAt: number | null;
    unlogged: {
        path: string;
        change: "changed" | "created" | "removed" | "unreadable";
        was: string | null;
        is: string | null;
        since: number | null;
        detail: string | null;
    }[];
    due: {
        structure: string;
        reason: string;
        since: number;
    }[];
    consensus: {
        id: number;
        target: string;
        kind: "agents_unavailable" | "emergency_security_patch" | "formal_correction" | "ordinary";
        description: string;
        contentHash: string;
        versionChange: string;
        state: "accepted" | "awaiting-person" | "escalated" | "rejected" | "reviewing" | "stale";
        reasons: string[];
        votes: {
            agent: string;
            model: string;
            organization: string;
            verdict: "approve" | "reject" | "revise";
            rationale: string;
            contentHash: string;
            at: number;
            counts: boolean;
            family: string | null;
        }[];
        persons: string[];
        consensusOwed: boolean;
        openedAt: number;
    }[];
};
