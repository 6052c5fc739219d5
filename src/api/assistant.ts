/** The optional language model: whether one is set up, what would be sent to it, and what came back. */
import { z } from "zod";
import { AssistantEndpoint, AssistantKey, AssistantSettings } from "../core/claim/assistant-settings.ts";
import { ClaimStatement } from "../core/claim/claim.ts";
import { TextPart } from "../core/claim/claim-text.ts";
import { TextSpan } from "../core/claim/text-span.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";

/** The key is written and never read back. `fault`: the file says something else than settings; it is off until it is set anew. */
export const AssistantSettingsAnswer = z.strictObject({
  settings: AssistantSettings,
  keySet: z.boolean(),
  file: z.string(),
  fault: z.string().or(z.null()),
});
export type AssistantSettingsAnswer = z.infer<typeof AssistantSettingsAnswer>;

/** `key`: null for none; absent keeps the one that is there, as long as it goes to the same place. */
export const SetAssistantRequest = z.strictObject({
  endpoint: AssistantEndpoint.or(z.null()),
  key: AssistantKey.or(z.null()).optional(),
});
export type SetAssistantRequest = z.infer<typeof SetAssistantRequest>;

const pieces = z
  .array(z.strictObject({ part: TextPart, span: TextSpan }))
  .min(1)
  .max(200);

export const AssistantPlanRequest = z.strictObject({ pieces });
export type AssistantPlanRequest = z.infer<typeof AssistantPlanRequest>;

/** Null while it is switched off. */
export const AssistantPlanAnswer = z.strictObject({
  plan: z
    .strictObject({
      item: ItemId,
      url: z.string(),
      model: z.string(),
      thisMachine: z.boolean(),
      encrypted: z.boolean(),
      characters: z.number().int(),
      instructions: z.number().int(),
      digest: Digest,
      may: z.discriminatedUnion("allowed", [
        z.strictObject({ allowed: z.literal(true) }),
        z.strictObject({ allowed: z.literal(false), why: z.string() }),
      ]),
    })
    .or(z.null()),
});
export type AssistantPlanAnswer = z.infer<typeof AssistantPlanAnswer>;

/** `confirmed`: what the person was shown and said yes to. */
export const AskAssistantRequest = z.strictObject({
  pieces,
  confirmed: z.strictObject({ url: z.string(), model: z.string(), digest: Digest }),
});
export type AskAssistantRequest = z.infer<typeof AskAssistantRequest>;

export const AssistantAnswer = z.strictObject({
  url: z.string(),
  model: z.string(),
  proposals: z.array(
    z.strictObject({ part: TextPart, span: TextSpan, quote: z.string(), statement: ClaimStatement, notes: z.array(z.string()) }),
  ),
  /** What it put forward and the text does not bear out. */
  refused: z.array(z.strictObject({ words: z.string(), why: z.string() })),
});
export type AssistantAnswer = z.infer<typeof AssistantAnswer>;
