import { z } from 'zod';
export declare const healthSeveritySchema: z.ZodEnum<{
    CRITICAL: "CRITICAL";
    ERROR: "ERROR";
    INFO: "INFO";
    WARNING: "WARNING";
}>;
export type HealthSeverity = z.infer<typeof healthSeveritySchema>;
/** Key below `health.category.` in the locales. */
export declare const healthCategorySchema: z.ZodEnum<{
    agents: "agents";
    code: "code";
    files: "files";
    host: "host";
    processes: "processes";
    self: "self";
}>;
export type HealthCategory = z.infer<typeof healthCategorySchema>;
/** What one check has found in the latest cycle. */
export declare const checkReportSchema: z.ZodObject<{
    id: z.ZodString;
    category: z.ZodEnum<{
        agents: "agents";
        code: "code";
        files: "files";
        host: "host";
        processes: "processes";
        self: "self";
    }>;
    state: z.ZodEnum<{
        "could-not-check": "could-not-check";
        failed: "failed";
        passed: "passed";
    }>;
    severity: z.ZodEnum<{
        CRITICAL: "CRITICAL";
        ERROR: "ERROR";
        INFO: "INFO";
        WARNING: "WARNING";
    }>;
    details: z.ZodString;
    at: z.ZodNumber;
    cycles: z.ZodNumber;
    isIssue: z.ZodBoolean;
}, z.core.$strip>;
export type CheckReport = z.infer<typeof checkReportSchema>;
export declare const healthIssueSchema: z.ZodObject<{
    id: z.ZodString;
    category: z.ZodEnum<{
        agents: "agents";
        code: "code";
        files: "files";
        host: "host";
        processes: "processes";
        self: "self";
    }>;
    severity: z.ZodEnum<{
        CRITICAL: "CRITICAL";
        ERROR: "ERROR";
        INFO: "INFO";
        WARNING: "WARNING";
    }>;
    details: z.ZodString;
    since: z.ZodNumber;
    attempts: z.ZodNumber;
    givenUp: z.ZodBoolean;
}, z.core.$strip>;
export type HealthIssue = z.infer<typeof healthIssueSchema>;
/** What was done to heal, or why not. */
export declare const treatmentSchema: z.ZodObject<{
    check: z.ZodString;
    result: z.ZodEnum<{
        failed: "failed";
        healed: "healed";
        "not-allowed": "not-allowed";
        would: "would";
    }>;
    details: z.ZodString;
    freedBytes: z.ZodNumber;
}, z.core.$strip>;
export type Treatment = z.infer<typeof treatmentSchema>;
/** What is to come, if things go on: only where the trend is statistically there. */
export declare const outlookSchema: z.ZodObject<{
    what: z.ZodEnum<{
        disk: "disk";
        errors: "errors";
        memory: "memory";
        slow: "slow";
    }>;
    subject: z.ZodString;
    fromDays: z.ZodNullable<z.ZodNumber>;
    toDays: z.ZodNullable<z.ZodNumber>;
    details: z.ZodString;
    suggestion: z.ZodString;
}, z.core.$strip>;
export type Outlook = z.infer<typeof outlookSchema>;
/** A process that is looked after. */
export declare const watchedProcessSchema: z.ZodObject<{
    name: z.ZodString;
    pid: z.ZodNullable<z.ZodNumber>;
    memoryMb: z.ZodNullable<z.ZodNumber>;
    baselineMb: z.ZodNullable<z.ZodNumber>;
    since: z.ZodNullable<z.ZodNumber>;
    state: z.ZodEnum<{
        leaking: "leaking";
        "not-running": "not-running";
        rising: "rising";
        running: "running";
        unknown: "unknown";
    }>;
    restarts: z.ZodNumber;
}, z.core.$strip>;
export type WatchedProcess = z.infer<typeof watchedProcessSchema>;
export declare const agentSchema: z.ZodObject<{
    id: z.ZodString;
    name: z.ZodString;
    state: z.ZodEnum<{
        active: "active";
        idle: "idle";
        silent: "silent";
        stuck: "stuck";
        unknown: "unknown";
    }>;
    lastSeenAt: z.ZodNullable<z.ZodNumber>;
    task: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
export type AgentStanding = z.infer<typeof agentSchema>;
/** Share of the checks that passed, in per cent, with what it is made of. A check that could not be made does not count as passed. */
export declare const healthScoreSchema: z.ZodObject<{
    value: z.ZodNumber;
    parts: z.ZodArray<z.ZodObject<{
        category: z.ZodEnum<{
            agents: "agents";
            code: "code";
            files: "files";
            host: "host";
            processes: "processes";
            self: "self";
        }>;
        passed: z.ZodNumber;
        failed: z.ZodNumber;
        unknown: z.ZodNumber;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type HealthScore = z.infer<typeof healthScoreSchema>;
/** Per cent; null where it could not be measured. */
export declare const gaugesSchema: z.ZodObject<{
    cpu: z.ZodNullable<z.ZodNumber>;
    memory: z.ZodNullable<z.ZodNumber>;
    disk: z.ZodNullable<z.ZodNumber>;
    score: z.ZodNullable<z.ZodNumber>;
}, z.core.$strip>;
export type Gauges = z.infer<typeof gaugesSchema>;
/** Health at a glance, as the snapshot has it. */
export declare const healthSchema: z.ZodObject<{
    status: z.ZodEnum<{
        DEGRADED: "DEGRADED";
        HEALTHY: "HEALTHY";
        UNKNOWN: "UNKNOWN";
    }>;
    lastCheckAt: z.ZodNullable<z.ZodNumber>;
    issues: z.ZodNumber;
    gauges: z.ZodObject<{
        cpu: z.ZodNullable<z.ZodNumber>;
        memory: z.ZodNullable<z.ZodNumber>;
        disk: z.ZodNullable<z.ZodNumber>;
        score: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    history: z.ZodArray<z.ZodObject<{
        at: z.ZodNumber;
        cpu: z.ZodNullable<z.ZodNumber>;
        memory: z.ZodNullable<z.ZodNumber>;
        disk: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type Health = z.infer<typeof healthSchema>;
/** Before anything was looked at. */
export declare const UNKNOWN_HEALTH: Health;
/** Everything that the latest cycle found and did. */
export declare const healthReportSchema: z.ZodObject<{
    status: z.ZodEnum<{
        DEGRADED: "DEGRADED";
        HEALTHY: "HEALTHY";
        UNKNOWN: "UNKNOWN";
    }>;
    at: z.ZodNumber;
    durationMs: z.ZodNumber;
    score: z.ZodObject<{
        value: z.ZodNumber;
        parts: z.ZodArray<z.ZodObject<{
            category: z.ZodEnum<{
                agents: "agents";
                code: "code";
                files: "files";
                host: "host";
                processes: "processes";
                self: "self";
            }>;
            passed: z.ZodNumber;
            failed: z.ZodNumber;
            unknown: z.ZodNumber;
        }, z.core.$strip>>;
    }, z.core.$strip>;
    gauges: z.ZodObject<{
        cpu: z.ZodNullable<z.ZodNumber>;
        memory: z.ZodNullable<z.ZodNumber>;
        disk: z.ZodNullable<z.ZodNumber>;
        score: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    checks: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        category: z.ZodEnum<{
            agents: "agents";
            code: "code";
            files: "files";
            host: "host";
            processes: "processes";
            self: "self";
        }>;
        state: z.ZodEnum<{
            "could-not-check": "could-not-check";
            failed: "failed";
            passed: "passed";
        }>;
        severity: z.ZodEnum<{
            CRITICAL: "CRITICAL";
            ERROR: "ERROR";
            INFO: "INFO";
            WARNING: "WARNING";
        }>;
        details: z.ZodString;
        at: z.ZodNumber;
        cycles: z.ZodNumber;
        isIssue: z.ZodBoolean;
    }, z.core.$strip>>;
    issues: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        category: z.ZodEnum<{
            agents: "agents";
            code: "code";
            files: "files";
            host: "host";
            processes: "processes";
            self: "self";
        }>;
        severity: z.ZodEnum<{
            CRITICAL: "CRITICAL";
            ERROR: "ERROR";
            INFO: "INFO";
            WARNING: "WARNING";
        }>;
        details: z.ZodString;
        since: z.ZodNumber;
        attempts: z.ZodNumber;
        givenUp: z.ZodBoolean;
    }, z.core.$strip>>;
    treatments: z.ZodArray<z.ZodObject<{
        check: z.ZodString;
        result: z.ZodEnum<{
            failed: "failed";
            healed: "healed";
            "not-allowed": "not-allowed";
            would: "would";
        }>;
        details: z.ZodString;
        freedBytes: z.ZodNumber;
    }, z.core.$strip>>;
    processes: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        pid: z.ZodNullable<z.ZodNumber>;
        memoryMb: z.ZodNullable<z.ZodNumber>;
        baselineMb: z.ZodNullable<z.ZodNumber>;
        since: z.ZodNullable<z.ZodNumber>;
        state: z.ZodEnum<{
            leaking: "leaking";
            "not-running": "not-running";
            rising: "rising";
            running: "running";
            unknown: "unknown";
        }>;
        restarts: z.ZodNumber;
    }, z.core.$strip>>;
    agents: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        name: z.ZodString;
        state: z.ZodEnum<{
            active: "active";
            idle: "idle";
            silent: "silent";
            stuck: "stuck";
            unknown: "unknown";
        }>;
        lastSeenAt: z.ZodNullable<z.ZodNumber>;
        task: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    cycles: z.ZodArray<z.ZodArray<z.ZodString>>;
    outlooks: z.ZodArray<z.ZodObject<{
        what: z.ZodEnum<{
            disk: "disk";
            errors: "errors";
            memory: "memory";
            slow: "slow";
        }>;
        subject: z.ZodString;
        fromDays: z.ZodNullable<z.ZodNumber>;
        toDays: z.ZodNullable<z.ZodNumber>;
        details: z.ZodString;
        suggestion: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type HealthReport = z.infer<typeof healthReportSchema>;
