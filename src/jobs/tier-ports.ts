/** What writing, importing and exporting tiers need of an open case, for routes and commands alike. */
import type { ExportTierPorts } from "../actions/export-tier.ts";
import type { ImportTierPorts } from "../actions/import-tier.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { refusedToPublish } from "../reads/refused-to-publish.ts";
import { tierIndex } from "../reads/tiers/tier-index.ts";
import type { CaseSession } from "./case-session.ts";

export function tierPorts({ reader, viewer, writer, vault, sheetPorts, recognisePorts }: CaseSession): ImportTierPorts & ExportTierPorts {
  const tiers = tierIndex(reader);
  const refused = async (item: ItemId) => (await refusedToPublish(reader, viewer, [item])).map(({ why }) => why);
  const { sounds, impulses } = recognisePorts;
  const heard = { sounds, impulses, pathOf: (object: Digest) => vault.pathOf(object) };
  return { writer, vault, tiers, heard, makeDecoder: sheetPorts.makeDecoder, named: { ...tiers, refused } };
}
