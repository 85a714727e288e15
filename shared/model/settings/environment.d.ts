import { z } from 'zod';
/** `environment` in nightguard.yaml. */
export declare const environment: z.ZodObject<{
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
}, z.core.$strict>;
