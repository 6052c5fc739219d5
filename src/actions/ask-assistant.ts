/**
 * Asks the language model that a person set up to put claims forward, because they confirmed it for this text. What would be sent
 * is shown first; what is sent must be exactly that. Its answer is held against the text and against our own rules, and nothing of
 * it counts until a person accepts it.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type AssistantEndpoint, isEncrypted, isThisMachine, staysOnThisMachine } from "../core/claim/assistant-settings.ts";
import type { SourceText } from "../core/claim/source-text.ts";
import type { Binding } from "../core/conditions/binding.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { demand } from "../policy/demand.ts";
import { maySend } from "../policy/send-outside.ts";
import type { Viewer } from "../policy/viewer.ts";
import { readAssistantAnswer, type RefusedClaim } from "../reason/claim-text/assistant-answer.ts";
import { checkAssistantClaims } from "../reason/claim-text/assistant-check.ts";
import { cutPieces, promptFor, type PromptMessage, type ShownPiece, type TextPiece } from "../reason/claim-text/assistant-prompt.ts";
import type { ClaimProposal } from "../reason/claim-text/proposal.ts";

export interface AskAssistantPorts {
  readonly clock: Clock;
  readonly endpoint: () => Promise<AssistantEndpoint | null>;
  /** Throws CaseError where the item has no text. */
  readonly textOf: (item: ItemId, pieces: readonly TextPiece[]) => Promise<SourceText>;
  readonly bindings: (item: ItemId) => Promise<readonly Binding[]>;
  readonly digestOf: (text: string) => Digest;
  /** Throws CaseError ASSISTANT_FAILED. */
  readonly ask: (endpoint: AssistantEndpoint, messages: readonly PromptMessage[], signal: Cancellation) => Promise<string>;
}

export interface AskPlan {
  readonly item: ItemId;
  readonly url: string;
  readonly model: string;
  readonly thisMachine: boolean;
  /** Whether others on the way there cannot read along: over https, or without leaving this machine. */
  readonly encrypted: boolean;
  /** Of the item's words; our own instructions come on top. */
  readonly characters: number;
  readonly instructions: number;
  /** Of every word that would be sent, our own instructions among them. */
  readonly digest: Digest;
  readonly may: { readonly allowed: true } | { readonly allowed: false; readonly why: string };
}

/** What a person saw and said yes to. */
export type Confirmed = Pick<AskPlan, "url" | "model" | "digest">;

/** Undefined while it is switched off. Sends nothing. Throws CaseError INPUT_INVALID for pieces that do not lie in the text. */
export async function planAsk(
  ports: AskAssistantPorts,
  viewer: Viewer,
  item: ItemId,
  pieces: readonly TextPiece[],
): Promise<AskPlan | undefined> {
  demand(viewer, "read");
  const endpoint = await ports.endpoint();
  return endpoint === null ? undefined : (await prepare(ports, endpoint, item, pieces)).plan;
}

export interface Answered {
  readonly url: string;
  readonly model: string;
  readonly proposals: readonly ClaimProposal[];
  readonly refused: readonly RefusedClaim[];
}

/** Throws CaseError NOT_ALLOWED while it is off, where conditions forbid it, or where this is not what was confirmed; ASSISTANT_FAILED. */
export async function askAssistant(
  ports: AskAssistantPorts,
  viewer: Viewer,
  { item, pieces, confirmed }: { readonly item: ItemId; readonly pieces: readonly TextPiece[]; readonly confirmed: Confirmed },
  signal: Cancellation,
): Promise<Answered> {
  demand(viewer, "append");
  const endpoint = await ports.endpoint();
  if (endpoint === null) throw new CaseError("NOT_ALLOWED", "assistant: expected one that is set up; found it switched off");
  const { plan, text, cut, messages } = await prepare(ports, endpoint, item, pieces);
  if (!plan.may.allowed) throw new CaseError("NOT_ALLOWED", plan.may.why);
  if (confirmed.url !== plan.url || confirmed.model !== plan.model || confirmed.digest !== plan.digest)
    throw new CaseError(
      "NOT_ALLOWED",
      "assistant: expected what was confirmed; found another address, model or other words. Nothing was sent.",
    );
  const read = readAssistantAnswer(await ports.ask(endpoint, messages, signal));
  const { url, model } = plan;
  if (read.state === "unreadable") throw new CaseError("ASSISTANT_FAILED", `assistant, model ${model}: ${read.why}`);
  const checked = checkAssistantClaims(text, cut, read.claims);
  return { url, model, proposals: checked.proposals, refused: [...read.refused, ...checked.refused] };
}

async function prepare(
  { textOf, bindings, clock, digestOf }: AskAssistantPorts,
  endpoint: AssistantEndpoint,
  item: ItemId,
  pieces: readonly TextPiece[],
): Promise<{ plan: AskPlan; text: SourceText; cut: readonly ShownPiece[]; messages: readonly PromptMessage[] }> {
  const text = await textOf(item, pieces);
  const cut = cutPieces(text, pieces);
  if (cut === undefined || cut.length === 0)
    throw new CaseError("INPUT_INVALID", `assistant, ${item}: expected pieces that lie in its text; found none or one that does not`);
  const { url, model } = endpoint;
  const thisMachine = staysOnThisMachine(endpoint);
  const characters = cut.reduce((sum, { words }) => sum + words.length, 0);
  const long = `assistant: expected at most ${endpoint.characters} characters, as it is set up; found ${characters}. A part of the text can be chosen.`;
  const messages = promptFor(cut);
  return {
    text,
    cut,
    messages,
    plan: {
      ...{
        item,
        url,
        model,
        thisMachine,
        encrypted: isEncrypted(url) || isThisMachine(url),
        characters,
        instructions: messages[0]?.content.length ?? 0,
      },
      digest: digestOf(JSON.stringify(messages)),
      may:
        characters > endpoint.characters
          ? { allowed: false, why: long }
          : maySend(item, await bindings(item), thisMachine, clock.now() as Parameters<typeof maySend>[3]),
    },
  };
}
