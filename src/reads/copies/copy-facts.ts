/** What is known of the bytes of copies besides what they share: size, seconds, sound, and what their containers say of who wrote them. */
import { z } from "zod";
import { PrintResult } from "../../core/copies/print-result.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { CopyFacts } from "../../reason/copies/copy-facts.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

/** Tags that cameras and phones write, by exiftool's names. */
const cameraTag =
  /^(?:Make|Model|CameraModelName|LensModel|LensMake|SerialNumber|AndroidMake|AndroidModel|CameraSerialNumber|GPSCoordinates|LocationInformation)$/;
/** Tags that name a program. */
const programTag = /^(?:Encoder|Software|WritingApp|MuxingApp|CreatorTool|HistorySoftwareAgent|EncodedBy|EncodingTool)$/;

/** Of a probe's result, the part that is asked for here. */
const Metadata = z.looseObject({
  startSec: z.number().catch(0),
  metadata: z.array(z.looseObject({ tag: z.string(), value: z.string() })).catch([]),
});

/** Small, and asked for with every look at a group: kept as long as the case is open. */
const kept = new WeakMap<CaseReader["views"], Map<string, Promise<CopyFacts>>>();

export async function copyFacts(reader: CaseReader, objects: readonly Digest[]): Promise<CopyFacts[]> {
  const own = kept.get(reader.views) ?? new Map<string, Promise<CopyFacts>>();
  kept.set(reader.views, own);
  return Promise.all(
    objects.map(async (object) => {
      const known = await printsOf(reader, object);
      // With other analyses recorded there may be more to say.
      const key = `${object} ${known.map(({ result }) => result).join(" ")}`;
      const before = own.get(key);
      if (before !== undefined) return before;
      const found = readFacts(reader, object, known);
      own.set(key, found);
      found.catch(() => own.delete(key));
      return found;
    }),
  );
}

interface Recorded {
  readonly analyser: string;
  readonly result: Digest;
}

async function printsOf(reader: CaseReader, object: Digest): Promise<Recorded[]> {
  const rows = await reader.views.db
    .selectFrom("analysis")
    .innerJoin("item", "item.number", "analysis.item")
    .select(["analyser", "analysis.result"])
    .where("item.object", "=", object)
    .where("analyser", "in", ["probe", "frame-print", "sound-print"])
    .where("state", "=", "done")
    .where("result", "is not", null)
    .orderBy("analysis.seq")
    .execute();
  return rows.map(({ analyser, result }) => ({ analyser, result: result as Digest }));
}

async function readFacts(reader: CaseReader, object: Digest, recorded: readonly Recorded[]): Promise<CopyFacts> {
  const row = await reader.views.db
    .selectFrom("item")
    .select(["number", "kind", "duration_sec", "width", "height", "has_sound"])
    .where("object", "=", object)
    .orderBy("held", "desc")
    .orderBy("number")
    .executeTakeFirstOrThrow();
  const resultOf = async (analyser: string): Promise<unknown> => {
    const result = recorded.findLast((one) => one.analyser === analyser)?.result;
    return result === undefined || !(await reader.vault.has(result)) ? undefined : readJson(reader.vault, result);
  };
  const { metadata, startSec } = Metadata.parse((await resultOf("probe")) ?? {});
  const frames = PrintResult.safeParse(await resultOf("frame-print")).data;
  const sound = PrintResult.safeParse(await resultOf("sound-print")).data;
  const still = row.kind === "picture";
  const from =
    frames?.format === "witnessmark-frame-prints-v1"
      ? frames.fromSec
      : sound?.format === "witnessmark-sound-prints-v1"
        ? sound.startSec
        : startSec;
  return {
    copy: object,
    name: itemId(row.number),
    extent: still || row.duration_sec === null ? null : { fromSec: from, toSec: from + row.duration_sec },
    still,
    width: row.width,
    height: row.height,
    hasSound: row.has_sound === 1,
    hasBars: frames?.format === "witnessmark-frame-prints-v1" && frames.shotsWithBars > 0,
    cameraTags: named(metadata, cameraTag),
    writtenBy: [...new Set(metadata.filter(({ tag }) => programTag.test(tag)).map(({ value }) => value.slice(0, 80)))],
  };
}

function named(metadata: readonly { readonly tag: string }[], wanted: RegExp): string[] {
  return [...new Set(metadata.map(({ tag }) => tag).filter((tag) => wanted.test(tag)))];
}
