/** Reads of files that may be of any size, unreadable, or gone: what cannot be read is a finding, not an outage. */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import { digestOf, type Digest } from "../core/hash/digest.ts";
import type { CaseFiles, NamedFile } from "./case-files.port.ts";
import type { Findings } from "./findings.ts";
import { shown, type SortedFiles } from "./sort-files.ts";
import type { VerifyPlatform } from "./verify-options.ts";
import { Stopped, type Work } from "./work.ts";

export interface FileReader {
  /** Whole file and its hash; undefined, and said so, when it is not there, longer than `limit` or unreadable. */
  whole(path: string, limit: number): Promise<{ readonly bytes: Uint8Array; readonly digest: Digest } | undefined>;
  /** The same as text; undefined also when it is not UTF-8, which is said too. */
  text(path: string, limit: number): Promise<{ readonly text: string; readonly digest: Digest } | undefined>;
  digest(path: string, detail: string): Promise<Digest | undefined>;
  /** Where the reader of the files has a quicker way: tells of those that do not have the hash that names them, undefined for one that is unreadable. */
  readonly compare?: (files: readonly NamedFile[], differs: (path: string, found: Digest | undefined) => void) => Promise<void>;
  /** Pieces as they come, with the hash of all of them at the end. */
  pieces(path: string, end: number): { readonly bytes: AsyncIterable<Uint8Array>; digest(): Digest };
}

export function createFileReader(
  files: CaseFiles,
  { sizes }: SortedFiles,
  platform: VerifyPlatform,
  findings: Findings,
  work: Work,
): FileReader {
  async function* counted(path: string, detail = path): AsyncGenerator<Uint8Array> {
    for await (const piece of files.read(path)) {
      work.demandGoing();
      work.advance(piece.length, detail);
      yield piece;
    }
  }

  async function tried<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      unreadable(path, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  const unreadable = (path: string, why: string) =>
    findings.against("file-unreadable", `${shown(path)} could not be read: ${why}`, { path });

  async function whole(path: string, limit: number) {
    if (!sizes.has(path)) {
      findings.against("file-missing", `${path} is missing.`, { path });
      return undefined;
    }
    const bytes = await tried(path, async () => {
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const piece of counted(path)) {
        length += piece.length;
        if (length > limit) throw new RangeError(`expected at most ${limit} bytes; found more`);
        // A copy of its own: the reader fills the piece again, and a Buffer's slice would share its memory.
        parts.push(new Uint8Array(piece));
      }
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      const all = new Uint8Array(length);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    });
    return bytes === undefined ? undefined : { bytes, digest: digestOf(platform.sha256(bytes)) };
  }

  const comparing = files.compare?.bind(files);
  const compare: FileReader["compare"] =
    comparing &&
    ((named, differs) => {
      let done = 0;
      return comparing(named, {
        read(bytes, count) {
          work.demandGoing();
          done += count;
          work.advance(bytes, `${done} of ${named.length} objects`);
        },
        differs(path, found) {
          if ("unreadable" in found) unreadable(path, found.unreadable);
          differs(path, "digits" in found ? `sha256:${found.digits}` : undefined);
        },
      });
    });

  return {
    ...(compare === undefined ? {} : { compare }),
    whole,
    async text(path, limit) {
      const read = await whole(path, limit);
      if (read === undefined) return undefined;
      const text = decodeUtf8(read.bytes);
      if (text !== undefined) return { text, digest: read.digest };
      findings.against("file-altered", `${path} is not UTF-8 text.`, { path });
      return undefined;
    },
    digest(path, detail) {
      return tried(path, async () => {
        work.demandGoing();
        const running = platform.sha256Stream();
        let ended = false;
        try {
          for await (const piece of counted(path, detail)) running.update(piece);
          ended = true;
          return digestOf(running.digest());
        } finally {
          // A platform may lend its streams: each is ended, also one that came to nothing.
          if (!ended) running.digest();
        }
      });
    },
    pieces(path, end) {
      const running = platform.sha256Stream();
      async function* upToEnd(): AsyncGenerator<Uint8Array> {
        let left = end;
        for await (const piece of counted(path)) {
          const part = piece.subarray(0, left);
          running.update(part);
          left -= part.length;
          yield part;
          if (left <= 0) return;
        }
      }
      return { bytes: upToEnd(), digest: () => digestOf(running.digest()) };
    },
  };
}
