import { z } from 'zod';
export declare const positive: z.ZodNumber;
export declare const count: z.ZodNumber;
