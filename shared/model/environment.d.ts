import { z } from 'zod';
export declare const checkStateSchema: z.ZodEnum<{
    "could-not-check": "could-not-check";
    failed: "failed";
    passed: "passed";
}>;
export type CheckState = z.infer<typeof checkStateSchema>;
/** Types that 97layerOS reads, and those that Nightguard adds below. */
export declare const issueTypeSchema: z.ZodEnum<{
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
export type IssueType = z.infer<typeof issueTypeSchema>;
export declare const severitySchema: z.ZodEnum<{
    CRITICAL: "CRITICAL";
    ERROR: "ERROR";
    INFO: "INFO";
    WARNING: "WARNING";
}>;
/** One thing that is not as it should be. */
export declare const findingSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type Finding = z.infer<typeof findingSchema>;
/** Something that was put right by itself. */
export declare const fixSchema: z.ZodObject<{
    kind: z.ZodEnum<{
        "create-folder": "create-folder";
        "install-package": "install-package";
    }>;
    subject: z.ZodString;
    detail: z.ZodString;
}, z.core.$strip>;
export type AppliedFix = z.infer<typeof fixSchema>;
export declare const environmentCheckSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type EnvironmentCheck = z.infer<typeof environmentCheckSchema>;
export declare const environmentReportSchema: z.ZodObject<{
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
export type EnvironmentReport = z.infer<typeof environmentReportSchema>;
export declare const environmentStatusSchema: z.ZodObject<{
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
export type EnvironmentStatus = z.infer<typeof environmentStatusSchema>;
/** What the snapshot says of the environment. */
export declare const environmentSummarySchema: z.ZodObject<{
    state: z.ZodEnum<{
        "could-not-check": "could-not-check";
        failed: "failed";
        passed: "passed";
        unknown: "unknown";
    }>;
    checkedAt: z.ZodNullable<z.ZodNumber>;
    failing: z.ZodNumber;
}, z.core.$strip>;
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>;
/** The result of `check --json`, as 97layerOS has it. */
export interface EnvironmentJson {
    passed: boolean;
    results: Record<string, 'PASS' | 'FAIL' | 'ERROR'>;
    issues: {
        type: IssueType;
        severity: Finding['severity'];
        check: string;
        subject: string;
        message: string;
        advice?: string;
        command?: string;
    }[];
    fixes_applied: string[];
}
/** The state of all checks together. */
export declare const stateOf: (checks: readonly Pick<EnvironmentCheck, 'state'>[]) => CheckState;
