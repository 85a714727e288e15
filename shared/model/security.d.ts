import { z } from 'zod';
export declare const ecosystemSchema: z.ZodEnum<{
    npm: "npm";
    pip: "pip";
}>;
export type Ecosystem = z.infer<typeof ecosystemSchema>;
export declare const securitySeveritySchema: z.ZodEnum<{
    critical: "critical";
    high: "high";
    low: "low";
    moderate: "moderate";
    unknown: "unknown";
}>;
export type SecuritySeverity = z.infer<typeof securitySeveritySchema>;
/** One vulnerability, however many databases list it. */
export declare const securityAdvisorySchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityAdvisory = z.infer<typeof securityAdvisorySchema>;
export declare const securityPackageSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityPackage = z.infer<typeof securityPackageSchema>;
export declare const securitySourceSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecuritySource = z.infer<typeof securitySourceSchema>;
export declare const plannedUpgradeSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type PlannedUpgrade = z.infer<typeof plannedUpgradeSchema>;
export declare const securityFindingSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityFinding = z.infer<typeof securityFindingSchema>;
export declare const securityTestSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityTest = z.infer<typeof securityTestSchema>;
export declare const upgradeOutcomeSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type UpgradeOutcome = z.infer<typeof upgradeOutcomeSchema>;
export declare const securityStatusSchema: z.ZodEnum<{
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
export type SecurityStatus = z.infer<typeof securityStatusSchema>;
export declare const securityRunSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityRun = z.infer<typeof securityRunSchema>;
/** What a look found. */
export declare const securityReportSchema: z.ZodObject<{
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
}, z.core.$strip>;
export type SecurityReport = z.infer<typeof securityReportSchema>;
export declare const securityResultSchema: z.ZodObject<{
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
export type SecurityResult = z.infer<typeof securityResultSchema>;
/** The few numbers that a glance needs. */
export declare const securitySummarySchema: z.ZodObject<{
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
export type SecuritySummary = z.infer<typeof securitySummarySchema>;
export declare const securityViewSchema: z.ZodObject<{
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
export type SecurityView = z.infer<typeof securityViewSchema>;
export declare const securityRollbackPreviewSchema: z.ZodObject<{
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
export type SecurityRollbackPreview = z.infer<typeof securityRollbackPreviewSchema>;
