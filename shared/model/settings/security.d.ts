import { z } from 'zod';
/** `security` in nightguard.yaml. Its hour is kept by the ritual WEEKLY_SECURITY_UPDATE. */
export declare const security: z.ZodObject<{
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
}, z.core.$strict>;
