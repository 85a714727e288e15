import { z } from 'zod';
/** `alerts` in nightguard.yaml. */
export declare const alerts: z.ZodObject<{
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
}, z.core.$strict>;
