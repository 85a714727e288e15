import { z } from 'zod';
/** `rituals` in nightguard.yaml. */
export declare const rituals: z.ZodObject<{
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
}, z.core.$strict>;
