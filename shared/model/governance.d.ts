import { z } from 'zod';
/** The three judgements of the constitution, in its own words. */
export declare const verdictSchema: z.ZodEnum<{
    Canonical: "Canonical";
    "Canonical-Conditional": "Canonical-Conditional";
    "Non-Canonical": "Non-Canonical";
}>;
export type Verdict = z.infer<typeof verdictSchema>;
/** Rules by which Nightguard is stricter than the constitution's own validator. Each can be switched in `governance.judgement`. */
export declare const stricterRuleSchema: z.ZodEnum<{
    duplicateKey: "duplicateKey";
    expiredPermission: "expiredPermission";
    invalidDate: "invalidDate";
    missingConsensus: "missingConsensus";
    missingReference: "missingReference";
    placeholder: "placeholder";
}>;
export type StricterRule = z.infer<typeof stricterRuleSchema>;
export declare const findingSchema: z.ZodObject<{
    rule: z.ZodUnion<readonly [z.ZodLiteral<"constitution">, z.ZodEnum<{
        duplicateKey: "duplicateKey";
        expiredPermission: "expiredPermission";
        invalidDate: "invalidDate";
        missingConsensus: "missingConsensus";
        missingReference: "missingReference";
        placeholder: "placeholder";
    }>]>;
    severity: z.ZodEnum<{
        error: "error";
        warning: "warning";
    }>;
    key: z.ZodString;
    line: z.ZodNullable<z.ZodNumber>;
    message: z.ZodString;
}, z.core.$strip>;
export type Finding = z.infer<typeof findingSchema>;
export declare const judgementSchema: z.ZodObject<{
    verdict: z.ZodEnum<{
        Canonical: "Canonical";
        "Canonical-Conditional": "Canonical-Conditional";
        "Non-Canonical": "Non-Canonical";
    }>;
    findings: z.ZodArray<z.ZodObject<{
        rule: z.ZodUnion<readonly [z.ZodLiteral<"constitution">, z.ZodEnum<{
            duplicateKey: "duplicateKey";
            expiredPermission: "expiredPermission";
            invalidDate: "invalidDate";
            missingConsensus: "missingConsensus";
            missingReference: "missingReference";
            placeholder: "placeholder";
        }>]>;
        severity: z.ZodEnum<{
            error: "error";
            warning: "warning";
        }>;
        key: z.ZodString;
        line: z.ZodNullable<z.ZodNumber>;
        message: z.ZodString;
    }, z.core.$strip>>;
    bootstrap: z.ZodBoolean;
}, z.core.$strip>;
export type DocumentJudgement = z.infer<typeof judgementSchema>;
export declare const limitFindingSchema: z.ZodObject<{
    limit: z.ZodEnum<{
        max_files: "max_files";
        max_folders: "max_folders";
        max_log_kb: "max_log_kb";
        "retention.max_days": "retention.max_days";
    }>;
    allowed: z.ZodNumber;
    actual: z.ZodNumber;
    action: z.ZodEnum<{
        "clean-up": "clean-up";
        dissolve: "dissolve";
        rotate: "rotate";
        warn: "warn";
    }>;
    since: z.ZodNumber;
}, z.core.$strip>;
export type LimitFinding = z.infer<typeof limitFindingSchema>;
export interface StructureNode {
    /** Relative to the scanned root, POSIX separators; '' for the root itself. */
    path: string;
    name: string;
    /** `Container`: no DNA of its own, but structures below it. */
    result: Verdict | 'Container';
    /** The file that was judged: official DNA before a proposal. */
    file: 'DNA.md' | 'DNA_BLUEPRINT.md' | null;
    version: string | null;
    /** A proposal lies beside the official DNA. */
    proposal: boolean;
    bootstrap: boolean;
    findings: Finding[];
    limits: LimitFinding[];
    children: StructureNode[];
}
export declare const structureNodeSchema: z.ZodType<StructureNode>;
export declare const structureTreeSchema: z.ZodObject<{
    root: z.ZodType<StructureNode, unknown, z.core.$ZodTypeInternals<StructureNode, unknown>>;
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
}, z.core.$strip>;
export type StructureTree = z.infer<typeof structureTreeSchema>;
/** One thing that the immune system looked at in itself. `could-not-check` is never fine. */
export declare const selfCheckSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SelfCheck = z.infer<typeof selfCheckSchema>;
export declare const riskSchema: z.ZodEnum<{
    high: "high";
    low: "low";
    medium: "medium";
}>;
export type Risk = z.infer<typeof riskSchema>;
export declare const approvalStateSchema: z.ZodEnum<{
    approved: "approved";
    denied: "denied";
    expired: "expired";
    pending: "pending";
    used: "used";
}>;
export declare const approvalRequestSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;
export declare const voteSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type Vote = z.infer<typeof voteSchema>;
export declare const consensusKindSchema: z.ZodEnum<{
    agents_unavailable: "agents_unavailable";
    emergency_security_patch: "emergency_security_patch";
    formal_correction: "formal_correction";
    ordinary: "ordinary";
}>;
export type ConsensusKind = z.infer<typeof consensusKindSchema>;
export declare const consensusStateSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type ConsensusState = z.infer<typeof consensusStateSchema>;
/** A guarded file that is not as the log left it. `unreadable` is never fine. */
export declare const unloggedChangeSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type UnloggedChange = z.infer<typeof unloggedChangeSchema>;
/** A structure whose time has come by its own DNA. Found, never dissolved unasked. */
export declare const dueDissolutionSchema: z.ZodObject<{
    structure: z.ZodString;
    reason: z.ZodString;
    since: z.ZodNumber;
}, z.core.$strip>;
export type DueDissolution = z.infer<typeof dueDissolutionSchema>;
/** What the Constitution view shows. */
export declare const constitutionViewSchema: z.ZodObject<{
    constituted: z.ZodBoolean;
    tree: z.ZodNullable<z.ZodObject<{
        root: z.ZodType<StructureNode, unknown, z.core.$ZodTypeInternals<StructureNode, unknown>>;
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
export type ConstitutionView = z.infer<typeof constitutionViewSchema>;
/** A request that waits for a person, as tray and Overview show it. */
export declare const waitingApprovalSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type WaitingApproval = z.infer<typeof waitingApprovalSchema>;
