/**
 * What was drawn over an item and not kept in the case yet, held in the browser's storage so that a reload or a closed tab loses
 * nothing: by case, person and item, for the address that the program has now. It is gone once it is kept or let go of. What is found
 * there is checked like anything foreign; what cannot be brought back is set aside under another name, never written over unread.
 */
import { z } from "zod";
import type { MarkRow } from "../../api/redactions.ts";
import { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { RedactionId, RedactionMark } from "../../core/redaction/redaction.ts";
import { type DraftStore, keepInBrowser, readFromBrowser } from "../parts/kept-in-browser.ts";
import { type DraftMark, isChanged, type LayerDraft } from "./layer-draft.ts";

const KeptLayer = z.strictObject({
  /** Bytes that it was drawn over: on others the same second may be another frame. */
  object: Digest,
  marks: z
    .array(
      z.strictObject({
        /** The mark that is changed, and its line then; null for a new one. */
        of: z.strictObject({ redaction: RedactionId, line: z.number().int().min(1) }).or(z.null()),
        mark: RedactionMark,
      }),
    )
    .max(10_000),
  at: z.string(),
});
type KeptLayer = z.infer<typeof KeptLayer>;
export type KeptMark = KeptLayer["marks"][number];

/** Another person at this machine never finds it as their own. */
export function keptName(caseId: string, person: string, item: ItemId): string {
  return `witnessmark.redact.${caseId}.${person}.${item}`;
}

/** `setAside`: something was there that is no such thing, or was drawn over other bytes. */
export function readKept(
  name: string,
  object: Digest | null,
  store: DraftStore = window.localStorage,
): { readonly marks: readonly KeptMark[]; readonly setAside: boolean } {
  const accept = (value: unknown): KeptLayer | undefined => {
    const read = KeptLayer.safeParse(value).data;
    return read?.object === object ? read : undefined;
  };
  const { kept, setAside } = readFromBrowser(name, accept, store);
  return { marks: kept?.marks ?? [], setAside };
}

/** False where the browser's storage is full or closed: the screen must say that nothing is kept. Nothing unkept: nothing is held. */
export function keepLayer(
  name: string,
  { object, marks, at }: { object: Digest; marks: readonly DraftMark[]; at: string },
  store: DraftStore = window.localStorage,
): boolean {
  const unkept = marks
    .filter(isChanged)
    .map(({ held, mark }): KeptMark => ({ of: held && { redaction: held.redaction, line: held.line }, mark }));
  return keepInBrowser(name, unkept.length === 0 ? undefined : ({ object, marks: unkept, at } satisfies KeptLayer), store);
}

/**
 * The case's marks with what was kept laid on them. A mark that somebody else changed or withdrew meanwhile stays as the case has it, and
 * what was drawn comes back as a new one beside it: more is covered, never less. What the case holds already is not brought back twice.
 */
export function withKept(draft: LayerDraft, rows: readonly MarkRow[], kept: readonly KeptMark[]): LayerDraft {
  const held = new Set(rows.flatMap(({ mark, withdrawn }) => (withdrawn === undefined ? [JSON.stringify(mark)] : [])));
  const left = kept.filter(({ mark }) => !held.has(JSON.stringify(mark)));
  const changes = new Map<string, RedactionMark>();
  const added: DraftMark[] = [];
  const withdrawn = new Set(rows.filter((row) => row.withdrawn !== undefined).map(({ redaction }) => redaction));
  const takenBack = left.flatMap(({ of }) => (of !== null && withdrawn.has(of.redaction) ? [of.redaction] : []));
  for (const { of, mark } of left)
    if (draft.marks.some((one) => of !== null && one.key === of.redaction && one.held?.line === of.line && !changes.has(one.key)))
      changes.set((of as NonNullable<typeof of>).redaction, mark);
    else added.push({ key: `new-${draft.named + added.length + 1}`, held: null, mark });
  return {
    ...draft,
    marks: [...draft.marks.map((one) => ({ ...one, mark: changes.get(one.key) ?? one.mark })), ...added],
    named: draft.named + added.length,
    takenBack: [...new Set([...draft.takenBack, ...takenBack])],
  };
}
