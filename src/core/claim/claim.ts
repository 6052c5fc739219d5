/**
 * Claims: what a source says of one aspect of one event, atom by atom, with the words that limit it, how the speaker knows, and
 * through whom it came. A claim is never joined with another event's: an ambush, a killing, its filming and a posting are four.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventSort } from "../event/event.ts";
import { ItemId } from "../item/item.ts";
import { SourceId } from "../source/source.ts";
import { ClaimValue } from "./claim-value.ts";
import { TextSpan } from "./text-span.ts";

export const ClaimId = recordId("k");
export type ClaimId = z.infer<typeof ClaimId>;

/** What a claim says something of. `speech`: words spoken at the event; `verification`: that somebody checked some aspect. */
export const Aspect = z.enum(["where", "when", "who", "what", "how-many", "identification", "speech", "verification"]);
export type Aspect = z.infer<typeof Aspect>;

/** How the speaker knows, as far as the text says. */
export const Basis = z.enum(["saw", "filmed", "told", "read", "inferred", "measured", "unstated"]);
export type Basis = z.infer<typeof Basis>;

/** `open`: the text says that it is not known or not confirmed ("it was unclear who"). */
export const Polarity = z.enum(["affirmed", "denied", "open"]);
export type Polarity = z.infer<typeof Polarity>;

/**
 * A word that limits a claim. `approximate`: around, some, on or around; `appearance`: appears, apparently, seems; `possibility`:
 * may, could, possibly, likely; `report`: reportedly, alleged, purported; `unclear`: it is not clear, could not be confirmed.
 */
export const HedgeSort = z.enum(["approximate", "appearance", "possibility", "report", "unclear"]);
export type HedgeSort = z.infer<typeof HedgeSort>;

export const Hedge = z.strictObject({ sort: HedgeSort, words: z.string().min(1), span: TextSpan });
export type Hedge = z.infer<typeof Hedge>;

/** One link of the chain of speakers. The text's own voice is no link: a claim without speakers is the text's. */
export const Speaker = z.strictObject({
  /** As the text names them ("soldiers", "the agency"), or a speaker label such as SPK1. A role, never a protected name. */
  words: z.string().min(1),
  who: z.enum(["person", "group", "institution", "outlet", "document", "unknown"]),
  /** The words of attribution ("said", "according to"); null where a label alone says who speaks. */
  says: z.string().min(1).or(z.null()),
  /** Whether the value is given in this speaker's own words, between quotation marks. */
  direct: z.boolean(),
  span: TextSpan.or(z.null()),
  /** The source of the case that it is, once somebody said so. */
  source: SourceId.or(z.literal("unknown")),
});
export type Speaker = z.infer<typeof Speaker>;

/** Most speakers one behind another, and most of anything else listed in one claim. */
const mostListed = 20;

export const ClaimStatement = z.strictObject({
  aspect: Aspect,
  value: ClaimValue,
  polarity: Polarity,
  hedges: z.array(Hedge).max(mostListed),
  basis: Basis,
  /** The words that say how the speaker knows; null where the text does not say. */
  basisWords: z.string().or(z.null()),
  /** Outermost first: whom the text cites, whom they cite, and so on. */
  speakers: z.array(Speaker).max(mostListed),
  /** What sort of event the words are about; `unclear` where they could be about more than one. */
  eventSort: EventSort.or(z.literal("unclear")),
  /** Where the value stands in the text, hedges left out. */
  valueSpan: TextSpan,
  /** Items that the speaker judged from ("in a video verified by ..."): readings of one exhibit replicate, they do not corroborate. */
  restsOn: z.array(ItemId).max(mostListed),
});
export type ClaimStatement = z.infer<typeof ClaimStatement>;

/** Admiralty digit of a claim: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. 6 until somebody says why not. */
export const Credibility = z.enum(["1", "2", "3", "4", "5", "6"]);
export type Credibility = z.infer<typeof Credibility>;
