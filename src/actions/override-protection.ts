/**
 * Records, signed, that somebody answers for showing what is marked or protected. Never who made the mark or described the person: one
 * person alone does not decide that a face is shown. Who makes the edition must be a third in this: the edition's rules see to that.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandRedaction, demandShown, type RedactionPorts } from "./redaction-ports.ts";

export interface WantedOverride {
  readonly item: ItemId;
  /** One of these two. */
  readonly subject: SubjectId | null;
  readonly redaction: RedactionId | null;
  readonly reason: string;
}

/** Throws CaseError NOT_ALLOWED for who made the mark or described the person, INPUT_INVALID, ITEM_UNKNOWN. */
export async function overrideProtection(
  ports: RedactionPorts,
  viewer: Viewer,
  { item, subject, redaction, reason }: WantedOverride,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `exception for ${subject ?? redaction ?? "nothing"} in ${item}`;
  demandReason(thing, reason);
  await demandShown(ports, item);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    if ((await makersOf(ports, thing, { item, subject, redaction })).includes(viewer.person))
      throw new CaseError(
        "NOT_ALLOWED",
        `${thing}: expected a second person, who neither made the mark nor described the person; found one who did`,
      );
    return [{ kind: "protection.overridden", data: { item, subject, redaction, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}

async function makersOf(
  ports: RedactionPorts,
  thing: string,
  { item, subject, redaction }: Omit<WantedOverride, "reason">,
): Promise<readonly PersonId[]> {
  if ((subject === null) === (redaction === null))
    throw new CaseError("INPUT_INVALID", `${thing}: expected a person or a mark; found ${subject === null ? "neither" : "both"}`);
  if (redaction !== null) {
    const held = await demandRedaction(ports, redaction);
    if (held.item !== item) throw new CaseError("INPUT_INVALID", `${thing}: expected a mark on this item; found one on ${held.item}`);
    return held.makers;
  }
  const makers = subject === null ? [] : await ports.redactions.describers(subject);
  if (makers.length === 0) throw new CaseError("INPUT_INVALID", `${thing}: expected a person of this case; found none of that label`);
  return makers;
}
