/**
 * Entries about who gave, posted or filmed something. A source or an account is changed by describing it again under its id; a
 * grade, a handle or an attribution is added and never written over. All of it can be read back with who said it and when.
 */
import { z } from "zod";
import { ItemId } from "../../item/item.ts";
import { AccountId, AttributionRole, Platform, SeenInterval } from "../../source/account.ts";
import { Reliability, SourceId, SourceSort, UtcDay } from "../../source/source.ts";
import { Sealed } from "../sealed.ts";

/** Absent in lines from before there were such notes: nobody has said then, as with "unknown". */
const Note = Sealed.or(z.literal("unknown")).optional();

export const sourceKinds = {
  "source.described": z.strictObject({
    source: SourceId,
    sort: SourceSort,
    /** What it is called in lists. Never a name that has to be protected: that is what `identity` is for. */
    label: Sealed,
    about: Sealed.or(z.null()),
    /** Who it is and how to reach them: opened in `private.age` alone. "as-before" leaves what an earlier line says. */
    identity: Sealed.or(z.enum(["none", "as-before"])),
    /** How close it is to what it says: was it there, who tells it? */
    access: Note,
    /** What it may want. */
    motive: Note,
    /** How what it said before turned out. */
    history: Note,
    /** What could put somebody at risk: opened in `private.age` alone, as `identity` is. */
    restricted: Sealed.or(z.enum(["none", "as-before"])).optional(),
    /** Why it is described so; null only where the record is new. */
    reason: Sealed.or(z.null()),
  }),
  "source.graded": z.strictObject({
    source: SourceId,
    reliability: Reliability,
    /** From this day on, by what was known then. */
    asOf: UtcDay,
    reason: Sealed,
  }),
  "account.described": z.strictObject({
    account: AccountId,
    platform: Platform,
    /** The platform's own id, which stays when the handle changes. */
    platformId: Sealed.or(z.literal("unknown")),
    url: Sealed.or(z.literal("unknown")),
    /** Who is behind it, as far as somebody has said so. */
    source: SourceId.or(z.literal("unknown")),
    about: Sealed.or(z.null()),
  }),
  "account.handle-observed": z.strictObject({
    account: AccountId,
    handle: Sealed.or(z.literal("unknown")),
    displayName: Sealed.or(z.literal("unknown")),
    seen: SeenInterval,
    /** Where it was seen: "export i3, its own record", "profile page, screenshot i14". */
    basis: Sealed,
  }),
  "item.attributed": z.strictObject({
    items: z.array(ItemId).min(1).max(4000),
    role: AttributionRole,
    /** Either or both; "unknown" for what is not stated. */
    account: AccountId.or(z.literal("unknown")),
    source: SourceId.or(z.literal("unknown")),
    basis: Sealed,
    /** "withdrawn" takes back an earlier one with the same role, account and source; its basis says why. */
    standing: z.enum(["stated", "withdrawn"]),
  }),
} as const;
