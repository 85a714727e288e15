import { z } from 'zod';
import type { ProcessResult, ProcessRunner } from '../ports/process-runner.ts';
import { MARKER_VARIABLES, type MarkerVariable } from './markers.ts';

const markers = z.object(
  Object.fromEntries(MARKER_VARIABLES.map((name) => [name, z.string()])) as Record<MarkerVariable, z.ZodString>,
);

const factsSchema = z.object({
  version: z.string(),
  executable: z.string(),
  prefix: z.string(),
  /** Whether this interpreter runs in a virtual environment. */
  isVenv: z.boolean(),
  /** The marker file of PEP 668 when the operating system keeps this Python for itself. */
  externallyManaged: z.string().nullable(),
  hasPip: z.boolean(),
  purelib: z.string(),
  platlib: z.string(),
  /** Folders that modules and distributions are found in, in order; absolute. */
  paths: z.array(z.string()),
  markers,
});

/** What an interpreter says of itself. */
export type InterpreterFacts = z.infer<typeof factsSchema>;

export type Inspection =
  | { state: 'working'; facts: InterpreterFacts; durationMs: number }
  /** `detail` is one sentence for people. */
  | { state: 'broken'; detail: string };

const TOKEN = 'nightguard-facts:';
/** Runs on every Python 3. `-I` keeps the workspace's own modules and PYTHONPATH out, so the user's packages are asked for by hand. */
const SCRIPT = `
import json, os, platform, site, sys, sysconfig
try:
    from importlib.util import find_spec
    has_pip = find_spec('pip') is not None
except Exception:
    has_pip = False
def full(info):
    text = '{0.major}.{0.minor}.{0.micro}'.format(info)
    return text if info.releaselevel == 'final' else text + info.releaselevel[0] + str(info.serial)
in_venv = sys.prefix != getattr(sys, 'base_prefix', sys.prefix)
paths = [p for p in sys.path if p and os.path.isabs(p)]
try:
    if not in_venv:
        paths.append(site.getusersitepackages())
except Exception:
    pass
mark = os.path.join(sysconfig.get_path('stdlib'), 'EXTERNALLY-MANAGED')
print('\\n${TOKEN}' + json.dumps({
    'version': platform.python_version(),
    'executable': sys.executable,
    'prefix': sys.prefix,
    'isVenv': in_venv,
    'externallyManaged': mark if not in_venv and os.path.isfile(mark) else None,
    'hasPip': has_pip,
    'purelib': sysconfig.get_path('purelib'),
    'platlib': sysconfig.get_path('platlib'),
    'paths': paths,
    'markers': {
        'os_name': os.name,
        'sys_platform': sys.platform,
        'platform_machine': platform.machine(),
        'platform_python_implementation': platform.python_implementation(),
        'platform_release': platform.release(),
        'platform_system': platform.system(),
        'platform_version': platform.version(),
        'python_version': '.'.join(platform.python_version_tuple()[:2]),
        'python_full_version': platform.python_version(),
        'implementation_name': sys.implementation.name,
        'implementation_version': full(sys.implementation.version),
    },
}))
`;

/** Asks an interpreter what it is, in one process. One that fails, hangs or prints something else is broken, never an exception. */
export async function inspectInterpreter(
  python: string,
  { runProcess, timeoutMs, cwd, signal }: { runProcess: ProcessRunner; timeoutMs: number; cwd: string; signal?: AbortSignal },
): Promise<Inspection> {
  const result = await runProcess(python, ['-I', '-c', SCRIPT], {
    cwd,
    timeoutMs,
    // A look must not leave __pycache__ folders behind.
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.end !== 'exited' || result.code !== 0)
    return { state: 'broken', detail: `${python} ${howItEnded(result, timeoutMs)}` };
  const facts = factsIn(result.stdout);
  if (facts === null) return { state: 'broken', detail: `${python} printed something that is not what it was asked for` };
  return { state: 'working', facts, durationMs: result.durationMs };
}

function factsIn(output: string): InterpreterFacts | null {
  const line = output.split(/\r?\n/).findLast((text) => text.startsWith(TOKEN));
  if (line === undefined) return null;
  try {
    return factsSchema.safeParse(JSON.parse(line.slice(TOKEN.length))).data ?? null;
  } catch {
    // Not JSON: it said something else, which is the answer.
    return null;
  }
}

/** How a program ended, as the end of a sentence. */
export function howItEnded({ end, code, stderr }: Pick<ProcessResult, 'end' | 'code' | 'stderr'>, timeoutMs: number): string {
  const last = stderr.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
  const because = last === '' ? '' : `: ${last}`;
  switch (end) {
    case 'exited':
      return `exited with ${code}${because}`;
    case 'timed-out':
      return `did not answer within ${timeoutMs / 1000} s`;
    case 'cancelled':
      return 'was stopped';
    case 'killed':
      return `was killed${because}`;
    case 'not-started':
      return `could not be started${because}`;
  }
}
