import { z } from 'zod';
/** `governance` in nightguard.yaml. */
export declare const governance: z.ZodObject<{
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
}, z.core.$strict>;
