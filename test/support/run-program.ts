import { spawn } from 'node:child_process';

export interface RanProgram {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, with nothing but the environment that it is given. */
export function runProgram(
  program: string,
  words: readonly string[],
  { cwd, env, input = '' }: { cwd: string; env: NodeJS.ProcessEnv; input?: string },
): Promise<RanProgram> {
  const child = spawn(program, words, { cwd, env });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
