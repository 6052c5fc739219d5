/** Sources and accounts. No answer here carries a restricted identity but the one that is asked for with the passphrase. */
import { z } from "zod";
import { Consent } from "../core/conditions/conditions.ts";
import { ItemId } from "../core/item/item.ts";
import { Channel } from "../core/post/post.ts";
import { AccountId, AttributionRole, Platform, SeenInterval } from "../core/source/account.ts";
import { longestSourceText, Reliability, SourceId, SourceSort, UtcDay } from "../core/source/source.ts";
import { StatedLine, written } from "./conditions.ts";

const words = z.string().trim().min(1).max(longestSourceText);
const name = z.string().trim().min(1).max(300);

export const SourceRow = z.strictObject({
  id: SourceId,
  sort: SourceSort,
  label: z.string(),
  about: z.string().or(z.null()),
  hasIdentity: z.boolean(),
  /** How close it is to what it says, what it may want, how what it said before turned out: "unknown" while nobody can say. */
  access: z.string(),
  motive: z.string(),
  history: z.string(),
  hasRestricted: z.boolean(),
  /** As of today; F without a grade. */
  reliability: Reliability,
  graded: z.boolean(),
  mayContact: Consent,
  hasConditions: z.boolean(),
  gave: z.number().int(),
  accounts: z.number().int(),
  posted: z.number().int(),
  ...written,
});
export type SourceRow = z.infer<typeof SourceRow>;

const SeenName = z.strictObject({
  handle: z.string(),
  displayName: z.string(),
  earliest: z.string(),
  latest: z.string(),
  basis: z.string(),
  ...written,
});

export const AccountRow = z.strictObject({
  id: AccountId,
  platform: z.string(),
  platformId: z.string(),
  url: z.string().or(z.null()),
  source: SourceId.or(z.literal("unknown")),
  sourceLabel: z.string().or(z.null()),
  about: z.string().or(z.null()),
  /** Oldest sighting first. */
  names: z.array(SeenName),
  items: z.array(z.strictObject({ role: AttributionRole, count: z.number().int() })),
  lookAlikes: z.array(z.strictObject({ account: AccountId, own: z.string(), other: z.string() })),
  ...written,
});
export type AccountRow = z.infer<typeof AccountRow>;

export const OfferedChannel = z.strictObject({
  exportItem: ItemId,
  channel: Channel,
  items: z.number().int(),
  account: AccountId.or(z.null()),
  unattributed: z.number().int(),
  sort: z.enum(["account", "chat", "message", "message-unsigned", "archive", "unknown"]),
});
export type OfferedChannel = z.infer<typeof OfferedChannel>;

/** Where restricted words can go. "asks": the terminal that the program runs in asks for the passphrase. "absent": nowhere now. */
export const PrivateStoreState = z.strictObject({ writing: z.enum(["ready", "asks", "absent"]), there: z.boolean() });
export type PrivateStoreState = z.infer<typeof PrivateStoreState>;

export const SourcesAnswer = z.strictObject({
  sources: z.array(SourceRow),
  accounts: z.array(AccountRow),
  channels: z.array(OfferedChannel),
  privateStore: PrivateStoreState,
});
export type SourcesAnswer = z.infer<typeof SourcesAnswer>;

const NamedItem = z.strictObject({ id: ItemId, name: z.string() });
export const SourceDetail = z.strictObject({
  source: SourceRow,
  /** Newest day first. */
  grades: z.array(z.strictObject({ reliability: Reliability, asOf: UtcDay, reason: z.string(), ...written })),
  /** Newest first: the first is in force. */
  conditions: z.array(StatedLine),
  gave: z.array(NamedItem),
  posted: z.array(NamedItem),
  filmed: z.array(NamedItem),
  history: z.array(z.strictObject({ ...written, summary: z.string() })),
});
export type SourceDetail = z.infer<typeof SourceDetail>;

/** Restricted: these words go to the private store and nowhere else. */
const Restricted = z.strictObject({ words }).or(z.enum(["none", "as-before"]));

export const SourceRequest = z.strictObject({
  sort: SourceSort,
  label: name,
  about: words.or(z.null()),
  /** Who it is and how to reach them. */
  identity: Restricted,
  access: words.default("unknown"),
  motive: words.default("unknown"),
  history: words.default("unknown"),
  /** What could put somebody at risk. */
  restricted: Restricted.default("as-before"),
  reason: words.or(z.null()),
});
export type SourceRequest = z.input<typeof SourceRequest>;

export const GradeRequest = z.strictObject({ reliability: Reliability, asOf: UtcDay, reason: words });
export type GradeRequest = z.infer<typeof GradeRequest>;

export const ShowIdentityRequest = z.strictObject({ passphrase: z.string().min(1).max(1000) });
export const Identity = z.strictObject({ identity: z.string() });
export const RestrictedNote = z.strictObject({ note: z.string() });

export const AccountRequest = z.strictObject({
  platform: Platform,
  platformId: name,
  url: z.string().trim().min(1).max(2000),
  source: SourceId.or(z.literal("unknown")),
  about: words.or(z.null()),
});
export type AccountRequest = z.infer<typeof AccountRequest>;

export const HandleRequest = z.strictObject({ handle: name, displayName: name, seen: SeenInterval, basis: words });
export type HandleRequest = z.infer<typeof HandleRequest>;

export const ChannelRequest = z.strictObject({ exportItem: ItemId, channel: z.string().max(500) });
