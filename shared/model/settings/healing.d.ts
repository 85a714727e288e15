import { z } from 'zod';
/** `healing` in nightguard.yaml. */
export declare const healing: z.ZodObject<{
    enabled: z.ZodDefault<z.ZodBoolean>;
    intervalSeconds: z.ZodDefault<z.ZodNumber>;
    directories: z.ZodDefault<z.ZodArray<z.ZodString>>;
    limits: z.ZodPrefault<z.ZodObject<{
        memoryPercent: z.ZodDefault<z.ZodNumber>;
        diskPercent: z.ZodDefault<z.ZodNumber>;
        inodePercent: z.ZodDefault<z.ZodNumber>;
        loadPerCore: z.ZodDefault<z.ZodNumber>;
        ownMemoryMb: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
    caches: z.ZodPrefault<z.ZodObject<{
        patterns: z.ZodDefault<z.ZodArray<z.ZodString>>;
        maxAgeHours: z.ZodDefault<z.ZodNumber>;
        quotaMb: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
    processes: z.ZodDefault<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        pidFile: z.ZodOptional<z.ZodString>;
        match: z.ZodOptional<z.ZodString>;
        start: z.ZodOptional<z.ZodString>;
        memoryMb: z.ZodDefault<z.ZodNumber>;
        collect: z.ZodOptional<z.ZodString>;
        collectSignal: z.ZodOptional<z.ZodEnum<{
            SIGHUP: "SIGHUP";
            SIGINT: "SIGINT";
            SIGTERM: "SIGTERM";
            SIGUSR1: "SIGUSR1";
            SIGUSR2: "SIGUSR2";
        }>>;
        restart: z.ZodOptional<z.ZodString>;
        restartSignal: z.ZodOptional<z.ZodEnum<{
            SIGHUP: "SIGHUP";
            SIGINT: "SIGINT";
            SIGTERM: "SIGTERM";
            SIGUSR1: "SIGUSR1";
            SIGUSR2: "SIGUSR2";
        }>>;
    }, z.core.$strict>>>;
    ignore: z.ZodDefault<z.ZodArray<z.ZodString>>;
    references: z.ZodPrefault<z.ZodObject<{
        documents: z.ZodDefault<z.ZodArray<z.ZodString>>;
        frontMatter: z.ZodDefault<z.ZodArray<z.ZodString>>;
        wikiLinks: z.ZodDefault<z.ZodBoolean>;
        markdownLinks: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>>;
    agents: z.ZodPrefault<z.ZodObject<{
        registry: z.ZodDefault<z.ZodString>;
        silentMinutes: z.ZodDefault<z.ZodNumber>;
        stuckMinutes: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
    watchdog: z.ZodPrefault<z.ZodObject<{
        beatSeconds: z.ZodDefault<z.ZodNumber>;
        hungSeconds: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
}, z.core.$strict>;
