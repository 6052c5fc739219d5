/**
 * Records, signed, that somebody answers for showing a protected person. Never who described the person: one person alone does not
 * decide that a face is shown. Who makes the edition must be somebody else again: the edition's rules see to that. What a mark covers is
 * shown by withdrawing the mark, and by nothing here.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandShown, type RedactionPorts } from "./redaction-ports.ts";

export interface WantedOverride {
  readonly item: ItemId;
  readonly subject: SubjectId;
  readonly reason: string;
}

/** Throws CaseError NOT_ALLOWED for who described the person, INPUT_INVALID, ITEM_UNKNOWN. */
export async function overrideProtection(
  ports: RedactionPorts,
  viewer: Viewer,
  { item, subject, reason }: WantedOverride,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `exception for ${subject} in ${item}`;
  demandReason(thing, reason);
  await demandShown(ports, item);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    const describers = await ports.redactions.describers(subject);
    if (describers.length === 0) throw new CaseError("INPUT_INVALID", `${thing}: expected a person of this case; found none of that label`);
    if (describers.includes(viewer.person))
      throw new CaseError("NOT_ALLOWED", `${thing}: expected a second person, who did not describe the person; found one who did`);
    return [{ kind: "protection.overridden", data: { item, subject, redaction: null, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
