/**
 * Renders and tracks in a child: a folder of its own, limits on time and memory, no network where the system grants that. What was
 * made is moved to its place only when it is whole.
 */
import { constants, existsSync } from "node:fs";
import { copyFile, link, mkdtemp, open, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { Redactor, RenderControl } from "../../core/redaction/redactor.port.ts";
import type { Tracker } from "../../core/redaction/tracker.port.ts";
import { decoderBuild } from "../ffmpeg/decoder-build.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { namingRoom, shortOfRoom, watchRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { outFile, RedactLine, type RedactRequestOf } from "./redact-contract.ts";

export interface RedactorOptions {
  readonly scratch?: string;
  readonly ffmpeg?: string;
  readonly ffprobe?: string;
}

const childScript = fileURLToPath(new URL("redact-child.ts", import.meta.url));
/** A packet table of ten hours is read without a word, and so is a sound. */
const silenceMs = 600_000;

type Own = "folder" | "ffmpeg" | "ffprobe" | "build" | "parent";
type Asked = Omit<RedactRequestOf<"media">, Own> | Omit<RedactRequestOf<"still">, Own> | Omit<RedactRequestOf<"track">, Own>;
type Answer = Extract<RedactLine, { made: unknown }>;

export function createRedactor({ scratch = tmpdir(), ffmpeg = "ffmpeg", ffprobe = "ffprobe" }: RedactorOptions = {}): Redactor & Tracker {
  let build: string | undefined;

  async function ask(
    asked: Asked,
    { signal, onProgress }: RenderControl,
    use: (folder: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<Answer | undefined> {
    const folder = await mkdtemp(join(scratch, "witnessmark-redact-")).catch(namingRoom);
    const room = watchRoom(folder);
    try {
      build ??= decoderBuild(ffmpeg);
      const request = { ...asked, folder, ffmpeg, ffprobe, build, parent: process.pid };
      const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, request });
      const said: { answer: Answer | undefined } = { answer: undefined };
      await listenToChild(child, { name: "redaction", signal, silenceMs }, (value) => {
        const line = RedactLine.parse(value);
        if (line.type === "refused") throw new CaseError(line.code, `redaction: ${line.message}`);
        if (line.type === "progress") onProgress(line.done);
        else said.answer = line;
        return line.type !== "progress";
      }).catch(async (error: unknown) => {
        throw (await room.wasShort()) ? shortOfRoom(error) : error;
      });
      if (signal.aborted || said.answer === undefined) return undefined;
      await use(folder);
      return said.answer;
    } finally {
      room.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async renderMedia({ path, kind, marks, excerpt, out }, control) {
      refuseTaken(out);
      const said = await ask({ what: "media", path, kind, marks: [...marks], excerpt }, control, (folder) =>
        moved(join(folder, outFile.media), out),
      );
      return said?.type === "media" ? said.made : undefined;
    },
    async renderStill({ path, atS, marks, out, widest }, control) {
      refuseTaken(out);
      const said = await ask({ what: "still", path, atS, marks: [...marks], widest }, control, (folder) =>
        moved(join(folder, outFile.still), out),
      );
      return said?.type === "still" ? said.made : undefined;
    },
    async follow(asked, control) {
      const said = await ask({ what: "track", ...asked }, control);
      return said?.type === "track" ? said.made : undefined;
    },
  };
}

/** Whole and durable when this resolves, under its name never before that, and never over something that is there. */
async function moved(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  try {
    // What a program that was ended left there is nobody's.
    await rm(part, { force: true });
    await copyFile(from, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await synced(part, "r+");
    await named(part, to);
  } finally {
    await rm(part, { force: true });
  }
  await synced(dirname(to), "r");
}

/** A second name refuses one that is taken; where a disk has no second names, it is asked for first. */
async function named(part: string, to: string): Promise<void> {
  try {
    await link(part, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EMLINK") throw error;
    refuseTaken(to);
    await rename(part, to);
  }
}

/** Before the work of an hour, and again when it is moved there. */
function refuseTaken(out: string): void {
  if (existsSync(out)) throw Object.assign(new Error("EEXIST: expected no file of that name yet; found one"), { code: "EEXIST" });
}

async function synced(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}
