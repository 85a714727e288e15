import { z } from 'zod';

/** Values that many channels take. */

export const nothing = z.null();
export const path = z.string().min(1).max(4096);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const token = z.string().min(1).max(128);
export const name = z.string().min(1).max(512);
export const limit = z.number().int().positive().max(200);
