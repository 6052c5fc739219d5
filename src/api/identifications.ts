/** Identifications over HTTP: the ladder as a person gave it, and what the taxonomy made of it where it was recorded. */
import { z } from "zod";
import { ClaimId } from "../core/claim/claim.ts";
import { EventId } from "../core/event/event.ts";
import { BasisKind, Identification, IdentificationId, SpeechToken, UnitAssertion } from "../core/identification/identification.ts";
import { ItemId } from "../core/item/item.ts";
import { ObservationId, ObservationTarget } from "../core/observation/observation.ts";
import { CopyItem } from "./copies.ts";

const FactSource = z.strictObject({ title: z.string(), address: z.string() });
const Level = z.enum(["class", "role", "family", "model"]);
const Named = z.strictObject({ key: z.string(), label: z.string() });

const Exclusion = z.strictObject({
  feature: z.string(),
  seen: z.enum(["present", "absent"]),
  source: FactSource,
  statedOf: z.string(),
  instead: z.array(z.string()),
});

const VehicleAnswer = z.strictObject({
  nodes: z.array(
    z.strictObject({
      ...Named.shape,
      parent: z.string().or(z.null()),
      level: Level,
      state: z.enum(["allowed", "excluded", "undecidable"]),
      excludedBy: z.array(Exclusion),
      fits: z.array(z.strictObject({ feature: z.string(), sourced: z.boolean() })),
      fromMemory: z.array(z.string()),
    }),
  ),
  /** As deep as the features go; null where nothing that was seen speaks for any node. */
  deepest: z.strictObject({ ...Named.shape, level: Level }).or(z.null()),
  contradicts: z.boolean(),
  cannotExclude: z.array(Named),
  wouldSettle: z.array(z.strictObject({ feature: z.string(), ifPresent: z.array(z.string()), ifAbsent: z.array(z.string()) })),
  confusables: z.array(z.strictObject({ with: z.string(), why: z.string(), source: FactSource.or(z.null()) })),
});

const Meaning = z.strictObject({
  usedBy: z.string(),
  from: z.string(),
  to: z.string().or(z.null()),
  source: FactSource.or(z.null()),
  note: z.string().or(z.null()),
});

export const LadderAnswer = z.strictObject({
  taxonomy: z.string(),
  vehicle: VehicleAnswer.or(z.null()),
  marks: z.array(
    z.strictObject({
      marking: z.string(),
      label: z.string(),
      sort: z.enum(["band", "flag", "painted"]),
      day: z.string(),
      usedBy: z.array(Meaning),
      otherDays: z.array(Meaning),
      basis: z.string(),
    }),
  ),
  actor: z.strictObject({ state: z.enum(["unknown", "marks", "inferred"]), words: z.string(), kinds: z.array(BasisKind) }),
  unit: z.strictObject({
    state: z.enum(["unresolved", "not-asked"]),
    assertions: z.array(UnitAssertion),
    /** Who speaks of another event, without the words: nothing is carried over. */
    ofOtherEvents: z.array(UnitAssertion),
    speech: z.array(SpeechToken),
  }),
  caveats: z.array(z.enum(["worn-not-who", "captured-vehicles", "list-not-complete", "memory-excludes-nothing", "unit-not-carried-over"])),
});

export const IdentificationRow = z.strictObject({
  id: IdentificationId,
  item: ItemId,
  shown: CopyItem.or(z.null()),
  event: EventId.or(z.literal("unassigned")),
  what: Identification.or(z.literal("withheld")),
  /** Claims that its assertions cite, as they are now: one that was moved or taken back since no longer says it of this event. */
  claims: z.array(
    z.strictObject({ id: ClaimId, state: z.enum(["stands", "withdrawn", "unknown"]), event: EventId.or(z.literal("unassigned")) }),
  ),
  /** Those that it cites, with their time codes; withdrawn ones marked. */
  observations: z.array(
    z.strictObject({ id: ObservationId, text: z.string(), target: ObservationTarget, withdrawn: z.string().optional() }),
  ),
  /** As it was recorded, by the taxonomy of that day. */
  result: LadderAnswer.or(z.literal("withheld")),
  taxonomy: z.string(),
  reason: z.string().or(z.null()),
  withdrawn: z.string().optional(),
  at: z.string(),
  byName: z.string(),
  seq: z.number().int(),
});
export type IdentificationRow = z.infer<typeof IdentificationRow>;

export const IdentificationsAnswer = z.strictObject({ taxonomy: z.string(), identifications: z.array(IdentificationRow) });
export type IdentificationsAnswer = z.infer<typeof IdentificationsAnswer>;

export const MakeIdentificationRequest = z.strictObject({
  identification: IdentificationId.optional(),
  what: Identification,
  reason: z.string().max(5000).default(""),
});
export type MakeIdentificationRequest = z.input<typeof MakeIdentificationRequest>;
