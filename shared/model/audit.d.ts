import { z } from 'zod';
export declare const auditEntrySchema: z.ZodObject<{
    number: z.ZodNumber;
    timestamp: z.ZodString;
    type: z.ZodString;
    target: z.ZodString;
    result: z.ZodString;
    reasons: z.ZodArray<z.ZodString>;
    notes: z.ZodString;
    hash: z.ZodString;
    segment: z.ZodNumber;
    origin: z.ZodEnum<{
        foreign: "foreign";
        own: "own";
    }>;
}, z.core.$strip>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export declare const auditQuerySchema: z.ZodObject<{
    offset: z.ZodNumber;
    limit: z.ZodNumber;
    text: z.ZodString;
    type: z.ZodNullable<z.ZodString>;
    result: z.ZodNullable<z.ZodString>;
}, z.core.$strict>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
/** Newest first. `types` and `results`: what the whole log holds, to choose from. */
export declare const auditPageSchema: z.ZodObject<{
    entries: z.ZodArray<z.ZodObject<{
        number: z.ZodNumber;
        timestamp: z.ZodString;
        type: z.ZodString;
        target: z.ZodString;
        result: z.ZodString;
        reasons: z.ZodArray<z.ZodString>;
        notes: z.ZodString;
        hash: z.ZodString;
        segment: z.ZodNumber;
        origin: z.ZodEnum<{
            foreign: "foreign";
            own: "own";
        }>;
    }, z.core.$strip>>;
    total: z.ZodNumber;
    types: z.ZodArray<z.ZodString>;
    results: z.ZodArray<z.ZodString>;
}, z.core.$strip>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export declare const auditBreakSchema: z.ZodObject<{
    rule: z.ZodString;
    file: z.ZodString;
    segment: z.ZodNumber;
    entry: z.ZodNullable<z.ZodNumber>;
    number: z.ZodNullable<z.ZodNumber>;
    offset: z.ZodNumber;
    detail: z.ZodString;
}, z.core.$strip>;
/** One act that was begun and did not end yet. `interrupted`: no living process of this machine is known to be at work on it. */
export declare const openActSchema: z.ZodObject<{
    number: z.ZodNumber;
    at: z.ZodNumber;
    type: z.ZodString;
    target: z.ZodString;
    actor: z.ZodString;
    paths: z.ZodArray<z.ZodString>;
    interrupted: z.ZodBoolean;
}, z.core.$strip>;
export type OpenAct = z.infer<typeof openActSchema>;
export declare const auditStatusSchema: z.ZodObject<{
    state: z.ZodEnum<{
        broken: "broken";
        intact: "intact";
        never: "never";
        none: "none";
        unchecked: "unchecked";
    }>;
    file: z.ZodNullable<z.ZodString>;
    entries: z.ZodNumber;
    segments: z.ZodNumber;
    hash: z.ZodNullable<z.ZodString>;
    verified: z.ZodNullable<z.ZodObject<{
        at: z.ZodNumber;
        level: z.ZodEnum<{
            full: "full";
            quick: "quick";
        }>;
        durationMs: z.ZodNumber;
        bytes: z.ZodNumber;
    }, z.core.$strip>>;
    breaks: z.ZodArray<z.ZodObject<{
        rule: z.ZodString;
        file: z.ZodString;
        segment: z.ZodNumber;
        entry: z.ZodNullable<z.ZodNumber>;
        number: z.ZodNullable<z.ZodNumber>;
        offset: z.ZodNumber;
        detail: z.ZodString;
    }, z.core.$strip>>;
    reason: z.ZodString;
    checkpoint: z.ZodObject<{
        at: z.ZodNullable<z.ZodNumber>;
        folder: z.ZodNullable<z.ZodString>;
        problem: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    openActs: z.ZodArray<z.ZodObject<{
        number: z.ZodNumber;
        at: z.ZodNumber;
        type: z.ZodString;
        target: z.ZodString;
        actor: z.ZodString;
        paths: z.ZodArray<z.ZodString>;
        interrupted: z.ZodBoolean;
    }, z.core.$strip>>;
    owed: z.ZodNumber;
}, z.core.$strip>;
export type AuditStatus = z.infer<typeof auditStatusSchema>;
