/**
 * Identifications: a ladder of what is seen, what that meant at the time, and who is inferred from it. Each rung has a basis of its
 * own, and nothing climbs by itself.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ItemId } from "../item/item.ts";
import { ObservationId } from "../observation/observation.ts";

export const IdentificationId = recordId("g");
export type IdentificationId = z.infer<typeof IdentificationId>;

/** Key of a feature, node or marking of the taxonomy: "wheels-five-even", "bmd", "band-blue-left-arm". */
export const TaxonomyKey = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** `absent`: looked at and not there. `cannot-tell`: the picture does not let one say. */
export const FeatureState = z.enum(["present", "absent", "cannot-tell"]);
export type FeatureState = z.infer<typeof FeatureState>;

export const Identification = z.strictObject({
  item: ItemId,
  /** Which event it is about; unassigned until somebody says. */
  event: EventId.or(z.literal("unassigned")),
  /** Vehicle, person or sign that is looked at, by a neutral label: "V1", "P2". */
  subject: z.string().min(1).max(40),
  /** First rung: features by the taxonomy, each with the observation that states it. */
  seen: z.array(z.strictObject({ feature: TaxonomyKey, state: FeatureState, observations: z.array(ObservationId).max(50) })).max(100),
  /** Second rung: markings whose meaning, on that day, is taken over; its own basis. */
  means: z.array(z.strictObject({ marking: TaxonomyKey, day: z.iso.date(), basis: z.string().min(1).max(2000) })).max(50),
  /** Third rung: who is inferred, in words that name no person, with each kind of basis. */
  actor: z
    .strictObject({
      words: z.string().min(1).max(500),
      bases: z
        .array(z.strictObject({ kind: TaxonomyKey, words: z.string().min(1).max(2000) }))
        .min(1)
        .max(20),
    })
    .or(z.literal("unknown")),
});
export type Identification = z.infer<typeof Identification>;
