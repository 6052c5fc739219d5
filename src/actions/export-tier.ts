/**
 * Hands a tier out as a file of another program, and says what that format cannot hold. The case is not changed by it. Words of an item
 * that may not be published, and of a tier that was taken back, go out only once a person has said that they know.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { TierId } from "../core/tier/tier.ts";
import type { TierToWrite } from "../core/tier/tier-file.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { fileClock } from "./tier-clock.ts";
import { type TierFormat, tierFormats } from "./tier-formats.ts";
import { demandOriginal, type TierPorts } from "./tier-ports.ts";

export interface ExportTierPorts extends Pick<TierPorts, "tiers"> {
  readonly named: {
    /** Tiers that are written from this one and stand. */
    writtenFrom(id: TierId): Promise<readonly TierId[]>;
    /** Name of an item as it is shown; "withheld" where this copy does not say. */
    media(item: ItemId): Promise<string>;
    /** Why conditions keep the item from being published. */
    refused(item: ItemId): Promise<readonly string[]>;
  };
}

/** Types by which ELAN names media; anything else is "unknown" to it. */
const mediaTypes: readonly (readonly [RegExp, string])[] = [
  [/\.wav$/i, "audio/x-wav"],
  [/\.mp4$/i, "video/mp4"],
  [/\.mov$/i, "video/quicktime"],
  [/\.mpe?g$/i, "video/mpeg"],
];

export interface TierExportWanted {
  readonly tier: TierId;
  readonly format: TierFormat;
  readonly version?: number | undefined;
  /** A person was told of what stands against it and goes on. */
  readonly confirmed: boolean;
  /** The recording's file name goes into ELAN's file; else it is called by its number. */
  readonly mediaName: boolean;
}

/** Throws CaseError INPUT_INVALID, also when conditions refuse and nobody confirmed; OBJECT_MISSING. */
export async function exportTier(
  ports: ExportTierPorts,
  viewer: Viewer,
  { tier: id, format, version, confirmed, mediaName }: TierExportWanted,
): Promise<{ fileName: string; mediaType: string; text: string; notes: string[] }> {
  demand(viewer, "read");
  const known = await ports.tiers.tier(id);
  if (known === undefined) throw new CaseError("INPUT_INVALID", `tier ${id}: expected one of this case; found none of that number`);
  const against = await ports.named.refused(known.item);
  if (!confirmed) demandNothingAgainst(id, known.item, against, known.withdrawn);
  const { zeroMs, told } = fileClock(`export of ${id}`, known.item, format, await demandOriginal(ports, known.item));
  const asked = await toWrite(ports, id, version ?? known.version, zeroMs);
  const tiers = format === "eaf" ? await family(ports, asked, zeroMs) : [];
  const name = await ports.named.media(known.item);
  const mediaType = mediaTypes.find(([end]) => end.test(name))?.[1] ?? "unknown";
  const { ending, mediaType: ownType, write } = tierFormats[format];
  const [first = asked, ...others] = tiers;
  const { text, notes } = write([first, ...others], { date: known.at, media: mediaName ? name : known.item, mediaType });
  const { sort, language } = asked.document;
  return {
    ...{ fileName: `${known.item}-${id}-${sort}-${language}-v${asked.version}.${ending}`, mediaType: ownType, text },
    notes: [
      ...against.map((why) => `Conditions keep this item from being published: ${why}`),
      ...(known.withdrawn ? ["This tier was taken back"] : []),
      ...told,
      ...(zeroMs === 0 ? [] : [`Times are counted from the beginning of the recording, ${zeroMs} ms on its own clock`]),
      ...(format === "eaf" && mediaName ? ["The file name of the recording is in the file"] : []),
      ...notes,
    ],
  };
}

function demandNothingAgainst(id: TierId, item: ItemId, against: readonly string[], withdrawn: boolean): void {
  if (against.length > 0)
    throw new CaseError(
      "INPUT_INVALID",
      `export of ${id}: expected a confirmation, since ${item} may not be published (${against.join("; ")}); found none`,
    );
  if (withdrawn) throw new CaseError("INPUT_INVALID", `export of ${id}: expected a confirmation, since it was taken back; found none`);
}

async function toWrite({ tiers }: ExportTierPorts, id: TierId, version: number, zeroMs: number): Promise<TierToWrite> {
  const document = await tiers.document(id, version);
  if (document === undefined)
    throw new CaseError("OBJECT_MISSING", `tier ${id}: expected version ${version} in this copy of the case; found none`);
  return { id, version, document, from: (await tiers.tier(id))?.from ?? null, zeroMs };
}

/** What the tier is written from and what is written from that: ELAN shows them below each other. Withheld ones stay out. */
async function family(ports: ExportTierPorts, asked: TierToWrite, zeroMs: number): Promise<TierToWrite[]> {
  const rootId = asked.from ?? asked.id;
  const ids = [rootId, ...(await ports.named.writtenFrom(rootId)), asked.id];
  const all: TierToWrite[] = [];
  for (const id of new Set(ids)) {
    const known = await ports.tiers.tier(id);
    if (id === asked.id) all.push(asked);
    else if (known !== undefined && !known.withdrawn && (await ports.tiers.document(id, known.version)) !== undefined)
      all.push(await toWrite(ports, id, known.version, zeroMs));
  }
  return all;
}
