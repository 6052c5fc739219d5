/**
 * The child's side of searching frames: brings the index to what the case holds, reading the prints it is told of, and asks it
 * with those of a picture or a clip. Writes into the folder of the index and nowhere else.
 */
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { CaseError } from "../../core/case/case-error.ts";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { FramesAsked, SearchedFrames } from "../../core/copies/frame-search.port.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { readFramePrints } from "../copies/read-prints.ts";
import { endWithParent } from "../end-with-parent.ts";
import { type AskedFrames, frameAt, queriesOf, thinFrames } from "./asked-frames.ts";
import { type FindLine, FindRequest } from "./find-contract.ts";
import { foundStretches } from "./found-stretches.ts";
import { type HashSearch, openHashSearch } from "./hash-search.ts";
import { otherForms } from "./picture-forms.ts";
import type { HashColumns, PrintedSource } from "./split-prints.ts";

/** Frames taken in by one change, each of which waits for the disk: 73 bytes of memory a frame. */
const framesAtOnce = 500_000;

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = FindRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: FindLine) => {
  // A reader that is slow is waited for: what was found is not piled up here.
  const more = process.stdout.write(`${JSON.stringify(line)}\n`);
  return more ? undefined : new Promise<void>((resolve) => process.stdout.once("drain", resolve));
};

/** Without thumbs and landmarks, which are most of the bytes. */
function columnsOf(path: string): HashColumns {
  const { times, quality, hashes, innerHashes } = readFramePrints(path);
  return { times, quality, hashes, innerHashes };
}

async function bringUpToDate(search: HashSearch): Promise<Pick<SearchedFrames, "added" | "removed" | "unreadable">> {
  const known = new Set(request.known.map(({ object }) => object));
  const gone = search.sources().filter((source) => !known.has(source));
  await search.remove(gone);
  const missing = request.known.filter(({ object }) => !search.has(object));
  const unreadable: Digest[] = [];
  let [batch, frames, told]: [PrintedSource[], number, number] = [[], 0, 0];
  const keep = async () => {
    await search.add(batch);
    [batch, frames] = [[], 0];
  };
  for (const [at, { object, framePrints }] of missing.entries()) {
    try {
      const prints = columnsOf(framePrints);
      batch.push({ source: object, prints });
      frames += prints.quality.length;
    } catch {
      // Said to the person by its object; the others are searched all the same.
      unreadable.push(object);
    }
    if (frames >= framesAtOnce) await keep();
    if ((at + 1) / missing.length - told < 0.01) continue;
    told = (at + 1) / missing.length;
    await say({ type: "progress", doing: "indexing", done: told });
    // Lets the watch over the parent run.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await keep();
  return { added: missing.length - unreadable.length, removed: gone.length, unreadable };
}

async function find(): Promise<void> {
  const { index, madeOf, query, radius } = request;
  const search = openHashSearch(index, { madeOf, threads: 0 });
  const changed = await bringUpToDate(search);
  const prints = readFramePrints(query.framePrints);
  const asked = query.atSec === "all" ? thinFrames(prints, radius) : frameAt(prints, query.atSec);
  const queries = queriesOf(prints, asked.frames);
  const answers = await search.search(queries, {
    radius,
    forms: otherForms,
    onProgress: (done) => void say({ type: "progress", doing: "searching", done }),
  });
  for (const found of foundStretches(answers, { ...queries, times: prints.times })) await say({ type: "found", found });
  const notComparable = search.lowQuality();
  await say({
    type: "end",
    asked: askedOf(query, prints, asked),
    searched: {
      ...{ sources: search.sources().length, damaged: search.setAside.length, ...changed },
      notComparable: { frames: notComparable.frames, sources: notComparable.sources.length },
    },
  });
  await search.close();
}

function askedOf({ object, atSec }: FindRequest["query"], { still, times }: FramePrints, asked: AskedFrames): FramesAsked {
  const all = atSec === "all";
  return {
    ...{ object, still, asked: asked.frames.length, notComparable: asked.notComparable },
    fromSec: all ? (times[0] ?? 0) : atSec,
    toSec: all ? (times.at(-1) ?? 0) : atSec,
    frames: all ? times.length : 1,
  };
}

try {
  await find();
} catch (error) {
  if (!(error instanceof CaseError)) throw error;
  await say({ type: "refused", code: error.code, message: error.message });
}
