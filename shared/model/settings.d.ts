import { z } from 'zod';
/**
 * Settings of one workspace, as written in `nightguard.yaml`.
 * Every key has a default and a description: the same text serves the file that `init` writes,
 * the published JSON Schema and the panel's help.
 */
export declare const settingsSchema: z.ZodObject<{
    updates: z.ZodPrefault<z.ZodObject<{
        source: z.ZodOptional<z.ZodString>;
        include: z.ZodDefault<z.ZodArray<z.ZodString>>;
        exclude: z.ZodDefault<z.ZodArray<z.ZodString>>;
        quietSeconds: z.ZodDefault<z.ZodNumber>;
        when: z.ZodDefault<z.ZodEnum<{
            immediate: "immediate";
            manual: "manual";
            ritual: "ritual";
        }>>;
        deletions: z.ZodDefault<z.ZodEnum<{
            archive: "archive";
            keep: "keep";
        }>>;
        conflicts: z.ZodDefault<z.ZodEnum<{
            hold: "hold";
            "take-source": "take-source";
        }>>;
        brake: z.ZodPrefault<z.ZodObject<{
            files: z.ZodDefault<z.ZodNumber>;
            percent: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>>;
        maxFileMB: z.ZodDefault<z.ZodNumber>;
        archive: z.ZodPrefault<z.ZodObject<{
            path: z.ZodDefault<z.ZodString>;
            retention: z.ZodPrefault<z.ZodObject<{
                last: z.ZodDefault<z.ZodNumber>;
                daily: z.ZodDefault<z.ZodNumber>;
                weekly: z.ZodDefault<z.ZodNumber>;
                monthly: z.ZodDefault<z.ZodNumber>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        verify: z.ZodDefault<z.ZodArray<z.ZodObject<{
            run: z.ZodString;
            timeoutSeconds: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>>>;
        allowStream: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>>;
    security: z.ZodPrefault<z.ZodObject<{
        outdated: z.ZodDefault<z.ZodEnum<{
            all: "all";
            declared: "declared";
            off: "off";
        }>>;
        majors: z.ZodDefault<z.ZodEnum<{
            ask: "ask";
            report: "report";
        }>>;
        cooldownDays: z.ZodDefault<z.ZodNumber>;
        keepSnapshots: z.ZodDefault<z.ZodNumber>;
        osv: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            url: z.ZodDefault<z.ZodString>;
            folder: z.ZodDefault<z.ZodString>;
            timeoutSeconds: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>>;
        pip: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            python: z.ZodDefault<z.ZodString>;
            allowSystem: z.ZodDefault<z.ZodBoolean>;
            index: z.ZodDefault<z.ZodString>;
            sourceBuilds: z.ZodDefault<z.ZodBoolean>;
            audit: z.ZodDefault<z.ZodBoolean>;
        }, z.core.$strict>>;
        npm: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            registry: z.ZodDefault<z.ZodString>;
            scripts: z.ZodDefault<z.ZodBoolean>;
            audit: z.ZodDefault<z.ZodBoolean>;
        }, z.core.$strict>>;
        tests: z.ZodPrefault<z.ZodObject<{
            imports: z.ZodDefault<z.ZodBoolean>;
            modules: z.ZodDefault<z.ZodArray<z.ZodString>>;
            skip: z.ZodDefault<z.ZodArray<z.ZodString>>;
            importSeconds: z.ZodDefault<z.ZodNumber>;
            criticalFiles: z.ZodDefault<z.ZodArray<z.ZodString>>;
            verify: z.ZodDefault<z.ZodArray<z.ZodObject<{
                run: z.ZodString;
                timeoutSeconds: z.ZodDefault<z.ZodNumber>;
            }, z.core.$strict>>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    environment: z.ZodPrefault<z.ZodObject<{
        expect: z.ZodDefault<z.ZodEnum<{
            detected: "detected";
            listed: "listed";
        }>>;
        python: z.ZodDefault<z.ZodString>;
        useSystemPython: z.ZodDefault<z.ZodBoolean>;
        requirements: z.ZodDefault<z.ZodArray<z.ZodString>>;
        directories: z.ZodDefault<z.ZodArray<z.ZodString>>;
        variables: z.ZodPrefault<z.ZodObject<{
            required: z.ZodDefault<z.ZodArray<z.ZodString>>;
            optional: z.ZodDefault<z.ZodArray<z.ZodString>>;
            file: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>;
        files: z.ZodDefault<z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            sha256: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
        memoryPercent: z.ZodDefault<z.ZodNumber>;
        diskPercent: z.ZodDefault<z.ZodNumber>;
        fix: z.ZodDefault<z.ZodBoolean>;
        beforeActs: z.ZodDefault<z.ZodBoolean>;
        freshSeconds: z.ZodDefault<z.ZodNumber>;
        checkSeconds: z.ZodDefault<z.ZodNumber>;
        installSeconds: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
    governance: z.ZodPrefault<z.ZodObject<{
        root: z.ZodDefault<z.ZodString>;
        documents: z.ZodPrefault<z.ZodObject<{
            canon: z.ZodDefault<z.ZodString>;
            metaDoctrine: z.ZodDefault<z.ZodString>;
            immuneDoctrine: z.ZodDefault<z.ZodString>;
            immuneSystem: z.ZodDefault<z.ZodString>;
            auditLog: z.ZodDefault<z.ZodString>;
            metaAuditLog: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>;
        structures: z.ZodDefault<z.ZodArray<z.ZodString>>;
        ignore: z.ZodDefault<z.ZodArray<z.ZodString>>;
        archive: z.ZodDefault<z.ZodString>;
        graceDays: z.ZodDefault<z.ZodNumber>;
        scanHours: z.ZodDefault<z.ZodNumber>;
        audit: z.ZodPrefault<z.ZodObject<{
            checkpointFolder: z.ZodDefault<z.ZodString>;
            checkpointHours: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>>;
        judgement: z.ZodPrefault<z.ZodObject<{
            strict: z.ZodDefault<z.ZodBoolean>;
            expiredPermission: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
            invalidDate: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
            missingReference: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
            placeholder: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
            missingConsensus: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
            duplicateKey: z.ZodDefault<z.ZodEnum<{
                conditional: "conditional";
                off: "off";
                refuse: "refuse";
            }>>;
        }, z.core.$strict>>;
        acts: z.ZodPrefault<z.ZodObject<{
            silent: z.ZodDefault<z.ZodEnum<{
                allow: "allow";
                ask: "ask";
                deny: "deny";
            }>>;
            majorUpgrades: z.ZodDefault<z.ZodEnum<{
                allow: "allow";
                ask: "ask";
                deny: "deny";
            }>>;
            codePatches: z.ZodDefault<z.ZodEnum<{
                allow: "allow";
                ask: "ask";
                deny: "deny";
            }>>;
            heldReleases: z.ZodDefault<z.ZodEnum<{
                allow: "allow";
                ask: "ask";
                deny: "deny";
            }>>;
            dissolution: z.ZodDefault<z.ZodEnum<{
                ask: "ask";
                deny: "deny";
            }>>;
        }, z.core.$strict>>;
        rules: z.ZodDefault<z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            effect: z.ZodEnum<{
                allow: "allow";
                ask: "ask";
                deny: "deny";
            }>;
            types: z.ZodDefault<z.ZodArray<z.ZodString>>;
            paths: z.ZodDefault<z.ZodArray<z.ZodString>>;
            actors: z.ZodDefault<z.ZodArray<z.ZodString>>;
            reason: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>>;
        guardedPaths: z.ZodDefault<z.ZodArray<z.ZodString>>;
        approvals: z.ZodPrefault<z.ZodObject<{
            waitHours: z.ZodDefault<z.ZodNumber>;
            validMinutes: z.ZodDefault<z.ZodNumber>;
            requests: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>;
        consensus: z.ZodPrefault<z.ZodObject<{
            minimumAgents: z.ZodDefault<z.ZodNumber>;
            remindHours: z.ZodDefault<z.ZodNumber>;
            families: z.ZodDefault<z.ZodArray<z.ZodObject<{
                model: z.ZodString;
                family: z.ZodString;
                organization: z.ZodString;
            }, z.core.$strict>>>;
            reviewers: z.ZodDefault<z.ZodArray<z.ZodObject<{
                agent: z.ZodString;
                organization: z.ZodString;
                model: z.ZodString;
                key: z.ZodString;
            }, z.core.$strict>>>;
            reviews: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>;
        telegram: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            chatId: z.ZodDefault<z.ZodNullable<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>>;
            approvers: z.ZodDefault<z.ZodArray<z.ZodUnion<readonly [z.ZodInt, z.ZodObject<{
                id: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strict>]>>>;
            tokenVariable: z.ZodDefault<z.ZodString>;
            baseUrl: z.ZodDefault<z.ZodURL>;
            language: z.ZodDefault<z.ZodEnum<{
                en: "en";
                ko: "ko";
            }>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    alerts: z.ZodPrefault<z.ZodObject<{
        batchSeconds: z.ZodDefault<z.ZodNumber>;
        resolveSeconds: z.ZodDefault<z.ZodNumber>;
        reminderHours: z.ZodDefault<z.ZodArray<z.ZodNumber>>;
        capPerHour: z.ZodDefault<z.ZodNumber>;
        quietHours: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            from: z.ZodDefault<z.ZodString>;
            to: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>;
        desktop: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            from: z.ZodDefault<z.ZodEnum<{
                CRITICAL: "CRITICAL";
                ERROR: "ERROR";
                INFO: "INFO";
                WARNING: "WARNING";
            }>>;
        }, z.core.$strict>>;
        telegram: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            chatId: z.ZodDefault<z.ZodString>;
            from: z.ZodDefault<z.ZodEnum<{
                CRITICAL: "CRITICAL";
                ERROR: "ERROR";
                INFO: "INFO";
                WARNING: "WARNING";
            }>>;
        }, z.core.$strict>>;
        webhooks: z.ZodDefault<z.ZodArray<z.ZodObject<{
            url: z.ZodURL;
            kind: z.ZodDefault<z.ZodEnum<{
                discord: "discord";
                generic: "generic";
                slack: "slack";
            }>>;
            from: z.ZodDefault<z.ZodEnum<{
                CRITICAL: "CRITICAL";
                ERROR: "ERROR";
                INFO: "INFO";
                WARNING: "WARNING";
            }>>;
        }, z.core.$strict>>>;
        email: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            host: z.ZodDefault<z.ZodString>;
            port: z.ZodDefault<z.ZodNumber>;
            secure: z.ZodDefault<z.ZodBoolean>;
            user: z.ZodDefault<z.ZodString>;
            sender: z.ZodDefault<z.ZodString>;
            recipients: z.ZodDefault<z.ZodArray<z.ZodString>>;
            from: z.ZodDefault<z.ZodEnum<{
                CRITICAL: "CRITICAL";
                ERROR: "ERROR";
                INFO: "INFO";
                WARNING: "WARNING";
            }>>;
        }, z.core.$strict>>;
        hub: z.ZodPrefault<z.ZodObject<{
            enabled: z.ZodDefault<z.ZodBoolean>;
            from: z.ZodDefault<z.ZodEnum<{
                CRITICAL: "CRITICAL";
                ERROR: "ERROR";
                INFO: "INFO";
                WARNING: "WARNING";
            }>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    rituals: z.ZodPrefault<z.ZodObject<{
        defaults: z.ZodDefault<z.ZodBoolean>;
        python: z.ZodDefault<z.ZodString>;
        timeZone: z.ZodDefault<z.ZodString>;
        loopMinutes: z.ZodDefault<z.ZodNumber>;
        deadlineHours: z.ZodDefault<z.ZodNumber>;
        timeoutMinutes: z.ZodDefault<z.ZodNumber>;
        onBattery: z.ZodDefault<z.ZodBoolean>;
        onMetered: z.ZodDefault<z.ZodBoolean>;
        list: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
            triggerHour: z.ZodOptional<z.ZodNumber>;
            triggerMinute: z.ZodDefault<z.ZodNumber>;
            triggerWeekday: z.ZodOptional<z.ZodNumber>;
            cron: z.ZodOptional<z.ZodString>;
            every: z.ZodOptional<z.ZodString>;
            agent: z.ZodDefault<z.ZodString>;
            taskType: z.ZodString;
            instruction: z.ZodDefault<z.ZodString>;
            council: z.ZodDefault<z.ZodBoolean>;
            run: z.ZodDefault<z.ZodArray<z.ZodString>>;
            enabled: z.ZodDefault<z.ZodBoolean>;
            deadlineHours: z.ZodOptional<z.ZodNumber>;
            timeoutMinutes: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strict>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type Settings = z.infer<typeof settingsSchema>;
export type UpdatesSettings = Settings['updates'];
export type EnvironmentSettings = Settings['environment'];
export type GovernanceSettings = Settings['governance'];
export type SecuritySettings = Settings['security'];
export type RitualsSettings = Settings['rituals'];
export type AlertsSettings = Settings['alerts'];
export type ActRule = GovernanceSettings['rules'][number];
export type JudgementRules = GovernanceSettings['judgement'];
export type VerifyCommand = UpdatesSettings['verify'][number];
export type Retention = UpdatesSettings['archive']['retention'];
/** The settings of an empty file. */
export declare const defaultSettings: () => Settings;
/** What is wrong with a settings file, precisely enough to go there and mend it. */
export declare const settingsProblemSchema: z.ZodObject<{
    file: z.ZodString;
    line: z.ZodNumber;
    path: z.ZodString;
    message: z.ZodString;
}, z.core.$strip>;
export type SettingsProblem = z.infer<typeof settingsProblemSchema>;
