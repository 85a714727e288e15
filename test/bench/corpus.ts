import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small generator of pseudo-random numbers (mulberry32), so that each run measures the same files. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface CorpusFile {
  path: string;
  content: string;
}

/** Python modules of 2 to 18 KB (10 KB on average) in 1,000 folders, some of which import others. */
export function* corpus(count: number, seed = 42): Generator<CorpusFile> {
  const next = random(seed);
  for (let index = 0; index < count; index += 1) {
    const folder = `pkg${index % 100}/sub${Math.floor(index / 100) % 10}`;
    yield { path: `${folder}/mod_${index}.py`, content: moduleText(index, 2000 + next() * 16_000, next) };
  }
}

function moduleText(index: number, length: number, next: () => number): string {
  const lines = [`"""Module ${index}."""`, 'import json'];
  // Only towards lower numbers: no circles.
  if (index > 100)
    lines.push(`from pkg${(index - 100) % 100}.sub${Math.floor((index - 100) / 100) % 10} import mod_${index - 100}`);
  for (let size = 0, at = 0; size < length; at += 1) {
    const block = `\n\ndef step_${at}(value):\n    total = value + ${Math.floor(next() * 1e9)}\n    return {"step": ${at}, "total": total, "text": json.dumps(total)}`;
    lines.push(block);
    size += block.length;
  }
  return `${lines.join('\n')}\n`;
}

export function write(root: string, files: Iterable<CorpusFile>): void {
  const made = new Set<string>();
  for (const { path, content } of files) {
    const target = join(root, path);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(target, content);
  }
}
