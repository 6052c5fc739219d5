/** faiss IndexBinaryFlat on the same hashes, where a Python with faiss is installed (Debian: python3-faiss). */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** One query at a time on one thread: a second one gains nothing there. The radius is "strictly less". */
const script = `
import sys, time
import faiss, numpy
faiss.omp_set_num_threads(1)
stored = numpy.fromfile(sys.argv[1], dtype=numpy.uint8).reshape(-1, 32)
queries = numpy.fromfile(sys.argv[2], dtype=numpy.uint8).reshape(-1, 32)
index = faiss.IndexBinaryFlat(256)
index.add(stored)
print("ready", flush=True)
for line in sys.stdin:
    number = int(line)
    began = time.perf_counter()
    limits, _, _ = index.range_search(queries[number:number + 1], 32)
    print(time.perf_counter() - began, limits[1], flush=True)
`;

export interface FaissPeer {
  search(query: number): Promise<{ readonly seconds: number; readonly hits: number }>;
  close(): void;
}

const pythons = ["python3", "/usr/bin/python3"];

export function findFaiss(): string | undefined {
  return pythons.find((python) => {
    try {
      execFileSync(python, ["-c", "import faiss, numpy"], { stdio: "ignore" });
      return true;
    } catch {
      // Not there, or without faiss: the next one.
      return false;
    }
  });
}

export async function openFaiss(python: string, folder: string, stored: string, queries: string): Promise<FaissPeer> {
  const path = join(folder, "faiss-peer.py");
  writeFileSync(path, script);
  const child: ChildProcess = spawn(python, [path, stored, queries], { stdio: ["pipe", "pipe", "inherit"] });
  if (child.stdout === null || child.stdin === null) throw new Error("faiss: expected pipes; found none");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("faiss: expected an answer; found the end of its output");
    return value;
  };
  await next();
  const { stdin } = child;
  return {
    async search(query) {
      stdin.write(`${query}\n`);
      const [seconds, hits] = (await next()).split(" ").map(Number);
      return { seconds: seconds ?? NaN, hits: hits ?? NaN };
    },
    close: () => child.kill(),
  };
}
