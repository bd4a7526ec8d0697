import { readFileSync } from 'node:fs';

/** A .cpuprofile as V8 writes it, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** A function as it was called, and from where. Times in milliseconds. */
export interface Call {
  readonly name: string;
  readonly self: number;
  /** With all that it called. */
  readonly total: number;
  readonly calls: readonly Call[];
}

/** @param toFile In which source a line of the profiled bundle is, the first being 0. */
export function readProfile(path: string, toFile: (line: number) => string): Call {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, 'utf8')) as CpuProfile;
  const own = new Map<number, number>();
  for (const [index, id] of samples.entries())
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const toCall = (id: number): Call => {
    const { callFrame, children = [] } = byId.get(id) ?? {};
    const calls = children.map(toCall).sort((a, b) => b.total - a.total);
    const self = own.get(id) ?? 0;
    const total = calls.reduce((sum, call) => sum + call.total, self);
    return { name: toName(callFrame, toFile), self, total, calls };
  };
  return toCall(nodes[0]?.id ?? 0);
}

function toName(
  frame: CpuProfile['nodes'][number]['callFrame'] | undefined,
  toFile: (line: number) => string,
): string {
  if (frame === undefined) return '';
  const { functionName, url, lineNumber } = frame;
  const file = url.startsWith('file:') ? toFile(lineNumber) : url;
  return `${functionName === '' ? '(anonymous)' : functionName} ${file}`.trim();
}

/** The functions that took most of the time themselves, whoever called them. */
export function findHottest(root: Call, count: number): { name: string; self: number }[] {
  const byName = new Map<string, number>();
  const add = ({ name, self, calls }: Call): void => {
    byName.set(name, (byName.get(name) ?? 0) + self);
    calls.forEach(add);
  };
  add(root);
  const sorted = [...byName].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, count).map(([name, self]) => ({ name, self }));
}
