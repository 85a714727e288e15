import { z } from 'zod';
/** `updates` in nightguard.yaml. */
export declare const updates: z.ZodObject<{
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
}, z.core.$strict>;
