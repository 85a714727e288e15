import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';

const schema = z.object({
  engines: z.object({ node: z.string().optional() }).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

export type PackageJson =
  | { state: 'none' }
  | { state: 'unreadable'; detail: string }
  | { state: 'read'; node: string | null; dependencies: Record<string, string> };

/** What the workspace's package.json asks for at run time. */
export async function readPackageJson(workspace: string): Promise<PackageJson> {
  try {
    const { engines, dependencies } = schema.parse(JSON.parse(await readFile(join(workspace, 'package.json'), 'utf8')));
    return { state: 'read', node: engines?.node ?? null, dependencies: dependencies ?? {} };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { state: 'none' };
    return { state: 'unreadable', detail: error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error) };
  }
}
