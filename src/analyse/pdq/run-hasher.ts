/** Hashes pictures in a child: a folder of its own, limits on time and memory, no network where the system grants that. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import { HashSaid, type PictureHasher } from "../../core/copies/picture-hasher.port.ts";
import { decoderBuild } from "../ffmpeg/decoder-build.ts";
import { findIsolation } from "../isolation.ts";
import { namingRoom } from "../scratch-room.ts";
import { killGroup, startChild } from "../start-child.ts";
import type { HashChildRequest } from "./hash-contract.ts";

export interface HasherOptions {
  readonly ffmpeg?: string;
  readonly ffprobe?: string;
  /** Of the decoder. */
  readonly threads?: number;
  /** Shortest time limit, milliseconds; large files get more. For tests. */
  readonly leastMs?: number;
}

/** Time for any file, and for each further megabyte of it: a low-rate hour is few megabytes and many frames. */
const baseMs = 600_000;
const msPerMegabyte = 30_000;
const childScript = fileURLToPath(new URL("hash-child.ts", import.meta.url));

export function createPictureHasher({
  ffmpeg = "ffmpeg",
  ffprobe = "ffprobe",
  threads = 2,
  leastMs = baseMs,
}: HasherOptions = {}): PictureHasher {
  let prefix: readonly string[] | undefined;
  let decoder: string | undefined;
  return {
    async hash({ path, size = "native", everySec, asStored }, signal, use) {
      const refuse = (code: string, message: string) => use({ type: "refused", code, message });
      const bytes = await stat(path).catch(() => undefined);
      if (bytes?.isFile() !== true) return refuse("missing", "hash: expected a file that can be read; found none");
      const folder = await mkdtemp(join(tmpdir(), "witnessmark-hash-")).catch(namingRoom);
      try {
        prefix ??= findIsolation().prefix;
        decoder ??= decoderBuild(ffmpeg);
        const request: HashChildRequest = {
          ...{ path, folder, size, everySec: everySec ?? null, asStored, threads, ffmpeg, ffprobe, decoder },
          parent: process.pid,
        };
        const child = startChild({ script: childScript, folder, prefix, request });
        let ended = false;
        let timedOut = false;
        const kill = () => {
          if (!ended) killGroup(child);
        };
        // A child that ends by itself may leave a decoder behind. After that its number may be another program's.
        child.on("exit", () => {
          kill();
          ended = true;
        });
        signal.addEventListener("abort", kill);
        const limit = setTimeout(
          () => {
            timedOut = true;
            kill();
          },
          leastMs + (bytes.size / 1e6) * msPerMegabyte,
        );
        let finished = false;
        let said = "";
        try {
          if (signal.aborted) kill();
          const closed = new Promise<void>((resolve, reject) => {
            child.on("close", () => resolve());
            child.on("error", (error) =>
              reject(new CaseError("PROGRAM_MISSING", `hash: expected a child process to start; found ${error.message}`, { cause: error })),
            );
          });
          // It is waited for after the lines; until then nobody else hears of a child that did not start.
          closed.catch(() => undefined);
          child.stderr?.on("data", (chunk: Buffer) => {
            said = `${said}${chunk.toString()}`.slice(-2000);
          });
          for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY })) {
            const parsed = HashSaid.safeParse(parseJson(line));
            if (!parsed.success) continue;
            if (parsed.data.type === "end" || parsed.data.type === "refused") finished = true;
            use(parsed.data);
          }
          await closed;
        } finally {
          clearTimeout(limit);
          signal.removeEventListener("abort", kill);
          kill();
        }
        if (finished || signal.aborted) return;
        if (timedOut) return refuse("time-limit", "hash: expected the end of the file within the time limit; found more of it");
        if (/heap out of memory|Allocation failed|Cannot allocate/.test(said))
          return refuse("memory-limit", "hash: expected a picture that fits into the memory limit; found a larger one");
        refuse("crashed", "hash: expected an answer; the child ended without one");
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
