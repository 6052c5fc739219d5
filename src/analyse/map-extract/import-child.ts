/** The child's side of importing a map extract: reads the one file, writes the index into its folder, says what it found. */
import { createHash } from "node:crypto";
import { createReadStream, rmSync, statSync } from "node:fs";
import { isatty } from "node:tty";
import { text } from "node:stream/consumers";
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import type { IntBox } from "../../formats/extract-index/cells.ts";
import { endWithParent } from "../end-with-parent.ts";
import { type ImportLine, ImportRequest, type ReadExtract } from "./import-contract.ts";
import { createIndexWriter, type IndexWriter } from "./index-writer.ts";
import { takeGeoJson } from "./take-geojson.ts";
import { takePbf } from "./take-pbf.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const { file, format, folder, parent } = ImportRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(parent, folder);
/** What was begun is nobody's when nobody waits for it, also where the watch does not come to look before the end. */
const leaveNothing = () => {
  if (process.ppid !== parent) rmSync(folder, { recursive: true, force: true });
};
process.stdout.on("error", leaveNothing);
process.on("exit", leaveNothing);
const say = (line: ImportLine) => process.stdout.write(`${JSON.stringify(line)}\n`);

const hash = createHash("sha256");

/** Every byte is hashed as it is read: the index is of these bytes and no others. */
async function* bytes(): AsyncGenerator<Uint8Array> {
  const size = Math.max(1, statSync(file).size);
  let [read, told] = [0, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    read += chunk.length;
    if (read / size - told >= 0.005) {
      told = read / size;
      say({ type: "progress", doing: "reading", done: Math.min(1, told) });
    }
    yield chunk;
    // Lets the watch over the parent run, also while much is in memory already.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const osmCredit = "© OpenStreetMap contributors, Open Database License 1.0 (openstreetmap.org/copyright)";

type Facts = Pick<ReadExtract, "of" | "credit" | "writtenBy" | "leftOut"> & { readonly stated: IntBox | undefined };

async function pbf(index: IndexWriter): Promise<Facts> {
  const { header, leftOut } = await takePbf(bytes(), folder, index);
  const at = header.replicatedAt === undefined ? "unknown" : instantOf(header.replicatedAt * 1000);
  return {
    of: {
      at,
      basis:
        at === "unknown"
          ? "the file's header gives no replication timestamp; the map may be of any day"
          : "replication timestamp in the file's header",
    },
    credit: osmCredit,
    writtenBy: header.writtenBy,
    leftOut: [...leftOut],
    stated: header.box,
  };
}

async function geojson(index: IndexWriter): Promise<Facts> {
  const { words, broken } = await takeGeoJson(bytes(), index);
  const at = instantOf(Date.parse(words.get("timestamp") ?? ""));
  const copyright = words.get("copyright");
  const osm = /openstreetmap/i.test(copyright ?? "") || /overpass/i.test(words.get("generator") ?? "");
  return {
    of: { at, basis: at === "unknown" ? 'the file has no "timestamp"; the map may be of any day' : '"timestamp" of the file' },
    credit: osm ? osmCredit : (copyright ?? "the file states no licence: ask whoever made it before anything of it is published"),
    writtenBy: words.get("generator") ?? "",
    leftOut: [
      { what: "features without a usable shape or with a damaged member", count: broken },
      { what: "tags that are too many or too long to ask by", count: index.tagsLeftOut },
    ].filter(({ count }) => count > 0),
    stated: undefined,
  };
}

function instantOf(ms: number): ReadExtract["of"]["at"] {
  // Beyond these a clock was wrong, or the field is something else: the map was begun in 2004.
  if (!(ms >= Date.UTC(2004, 7) && ms < Date.UTC(2200, 0))) return "unknown";
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function degrees({ west, south, east, north }: IntBox): NonNullable<ReadExtract["box"]> {
  return { south: south / 1e7, west: west / 1e7, north: north / 1e7, east: east / 1e7 };
}

try {
  const index = createIndexWriter(folder);
  const { stated, ...facts } = await (format === "osm-pbf" ? pbf(index) : geojson(index));
  say({ type: "progress", doing: "sorting", done: 0 });
  index.finish();
  const box = stated ?? index.box;
  const read: ReadExtract = {
    ...facts,
    id: `sha256:${hash.digest("hex")}`,
    box: box === undefined ? null : degrees(box),
    boxIs: stated === undefined ? "around what it holds" : "stated by the file",
    holds: { ...index.counts },
  };
  say({ type: "end", read });
} catch (error) {
  if (error instanceof ExtractUnreadable) say({ type: "refused", message: error.message });
  else if (isFull(error)) say({ type: "no-room" });
  else throw error;
}

function isFull(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === "ENOSPC" || code === "EDQUOT" || errcode === 13 || errcode === 778;
}
