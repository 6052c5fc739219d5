/**
 * Identifications: a ladder of what is seen, what that meant at the time, and who is inferred from it. Each rung has a basis of its
 * own, and nothing climbs by itself. There is no field for a person's name.
 */
import { z } from "zod";
import { ClaimId } from "../claim/claim.ts";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ItemId } from "../item/item.ts";
import { ObservationId } from "../observation/observation.ts";
import { Reliability, SourceId } from "../source/source.ts";
import { TaxonomyKey } from "./taxonomy.ts";

export const IdentificationId = recordId("g");
export type IdentificationId = z.infer<typeof IdentificationId>;

/** `absent`: looked at and not there. `cannot-tell`: the picture does not let one say. */
export const FeatureState = z.enum(["present", "absent", "cannot-tell"]);
export type FeatureState = z.infer<typeof FeatureState>;

/**
 * What a judgement about who somebody is may rest on. Bands, flags and painted letters are one kind, `marks`: whoever can put on one
 * can put on the other. A cry is `speech`.
 */
export const BasisKind = z.enum([
  "marks",
  "speech",
  "vehicle",
  "document",
  "own-statement",
  "witness",
  "control-of-place",
  "other-exhibit",
]);
export type BasisKind = z.infer<typeof BasisKind>;

const Words = z.string().min(1).max(2000);
const Observations = z.array(ObservationId).max(50);

export const SeenFeature = z.strictObject({ feature: TaxonomyKey, state: FeatureState, observations: Observations });
export type SeenFeature = z.infer<typeof SeenFeature>;

/**
 * What somebody says of the unit. Of another event it is noted without its words, so that no record holds the unit of one event
 * beside the persons of another.
 */
export const UnitAssertion = z.strictObject({
  /** Label of who says so: an outlet, an agency, a role. */
  by: z.string().min(1).max(200),
  source: SourceId.or(z.literal("unknown")),
  /** F until somebody says why not. */
  reliability: Reliability,
  says: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("unit"), words: Words }),
    /** They say that it is not clear. */
    z.strictObject({ is: z.literal("unclear") }),
    /** They speak of another event, which `event` names. */
    z.strictObject({ is: z.literal("elsewhere") }),
  ]),
  event: EventId.or(z.literal("unassigned")),
  claim: ClaimId.or(z.null()),
});
export type UnitAssertion = z.infer<typeof UnitAssertion>;

/** A word that is heard or read, and what it may mean. */
export const SpeechToken = z.strictObject({
  words: z.string().min(1).max(200),
  readings: z.array(z.string().min(1).max(500)).min(1).max(10),
  observations: Observations,
});
export type SpeechToken = z.infer<typeof SpeechToken>;

export const Identification = z.strictObject({
  item: ItemId,
  /** Which event it is about; unassigned until somebody says. */
  event: EventId.or(z.literal("unassigned")),
  /** Vehicle, person or sign that is looked at, by a neutral label: "V1", "P2". */
  subject: z.string().regex(/^(?:V|P|SPK|S)[1-9][0-9]{0,3}$/, "expected a neutral label such as V1, P2 or SPK1"),
  /** First rung: features by the taxonomy, each with the observations that state it. */
  seen: z.array(SeenFeature).max(100),
  /** Second rung: markings whose meaning, on that day, is taken over; its own basis. */
  means: z.array(z.strictObject({ marking: TaxonomyKey, day: z.iso.date(), basis: Words })).max(50),
  /** Third rung: who is inferred, in words that name no person, with each kind of basis. */
  actor: z
    .strictObject({
      words: z.string().min(1).max(500),
      bases: z
        .array(z.strictObject({ kind: BasisKind, words: Words }))
        .min(1)
        .max(20),
    })
    .or(z.literal("unknown")),
  /** Never settled by the program: assertions and what was heard stand beside each other. */
  unit: z.strictObject({ assertions: z.array(UnitAssertion).max(50), speech: z.array(SpeechToken).max(50) }),
});
export type Identification = z.infer<typeof Identification>;
