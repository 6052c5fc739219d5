/** Runs a program under strace and reads back, in order of completion, the calls that change files of one folder. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type Call =
  | { readonly call: "open"; readonly path: string; readonly create: boolean; readonly truncate: boolean; readonly append: boolean }
  | { readonly call: "write"; readonly path: string; readonly bytes: Buffer; readonly offset: number | "end" | "next" }
  | { readonly call: "truncate"; readonly path: string; readonly size: number }
  | { readonly call: "sync"; readonly path: string }
  | { readonly call: "rename"; readonly from: string; readonly to: string }
  | { readonly call: "unlink"; readonly path: string }
  | { readonly call: "mkdir"; readonly path: string }
  /** A line that the program wrote on standard output: what it reported. */
  | { readonly call: "said"; readonly text: string };

const traced =
  "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,rename,renameat,renameat2,fsync,fdatasync,sync,syncfs,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,ftruncate,fallocate,copy_file_range,sendfile,msync,io_uring_enter";

/** Throws when the program fails, or when it changes files by a call that this reader does not model. */
export function recordCalls(root: string, trace: string, command: readonly string[]): Call[] {
  const args = ["-f", "-y", "-xx", "-s", "1000000", "-e", `trace=${traced}`, "-e", "signal=none", "-o", trace, ...command];
  const run = spawnSync("strace", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, UV_USE_IO_URING: "0" },
  });
  if (run.status !== 0) throw new Error(`the traced program ended with ${run.status}: ${run.stderr}`);
  const calls: Call[] = [];
  for (const line of wholeLines(readFileSync(trace, "latin1"))) {
    const call = callOf(line, root);
    if (call !== undefined) calls.push(call);
  }
  return calls;
}

/** Joins calls that another thread interrupted; they count when they end. */
function* wholeLines(text: string): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, thread = "", rest = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.endsWith("<unfinished ...>")) begun.set(thread, rest.slice(0, -"<unfinished ...>".length));
    else if (rest.startsWith("<... ")) yield (begun.get(thread) ?? "") + rest.replace(/^<\.\.\. \w+ resumed>/, "");
    else yield rest;
  }
}

function callOf(line: string, root: string): Call | undefined {
  const match = /^(\w+)\((.*)\) += (-?\d+)/s.exec(line);
  if (match === null) return undefined;
  const [, name = "", args = "", result = ""] = match;
  if (Number(result) < 0) return undefined;
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text]) => unhex(text as string));
  const paths = strings.map((bytes) => bytes.toString());
  const open = unhex(/^\d+<((?:\\x[0-9a-f]{2})*)/.exec(args)?.[1] ?? "").toString();
  const [first = "", second = ""] = paths;
  if (name === "write" && /^1</.test(args) && !open.startsWith(root))
    return { call: "said", text: (strings[0] as Buffer).toString().trimEnd() };
  const touched = name === "rename" || first.startsWith(root) ? first : open;
  if (!touched.startsWith(root)) return undefined;
  switch (name) {
    case "open":
    case "openat":
      return {
        call: "open",
        path: first,
        create: args.includes("O_CREAT"),
        truncate: args.includes("O_TRUNC"),
        append: args.includes("O_APPEND"),
      };
    case "write":
      return { call: "write", path: open, bytes: strings[0] as Buffer, offset: "next" };
    case "pwrite64":
      return { call: "write", path: open, bytes: strings[0] as Buffer, offset: Number(/(\d+)$/.exec(args)?.[1]) };
    case "ftruncate":
      return { call: "truncate", path: open, size: Number(/(\d+)$/.exec(args)?.[1]) };
    case "fsync":
    case "fdatasync":
      return { call: "sync", path: open };
    case "rename":
      return { call: "rename", from: first, to: second };
    case "unlink":
      return { call: "unlink", path: first };
    case "mkdir":
      return { call: "mkdir", path: first };
    default:
      throw new Error(`the program changed files by ${name}, which the model does not know`);
  }
}

function unhex(text: string): Buffer {
  return Buffer.from(text.replaceAll("\\x", ""), "hex");
}
