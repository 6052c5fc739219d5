/** An entry in one plain sentence. */
import type { EntryBody, Sealed } from "../core/entry/entry.ts";
import { ItemName, shownName } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { describeClaimEntry } from "./describe/claims.ts";
import { describeConditionEntry } from "./describe/conditions.ts";
import { describeCopyEntry } from "./describe/copies.ts";
import { countOf } from "./describe/count-of.ts";
import { describeEventEntry } from "./describe/events.ts";
import { describeImageryEntry } from "./describe/imagery.ts";
import { describeInferenceEntry } from "./describe/inferences.ts";
import { describeLinkEntry } from "./describe/links.ts";
import { describeSavedSearchEntry } from "./describe/saved-searches.ts";
import { describeSheetImportEntry } from "./describe/sheet-import.ts";
import { describeSourceEntry } from "./describe/sources.ts";
import { describeSyncEntry } from "./describe/sync.ts";
import { describeTierEntry } from "./describe/tiers.ts";
import { describeBlindEntry } from "./describe/blind.ts";
import { describeEditionEntry } from "./describe/editions.ts";
import { describeFindingEntry } from "./describe/findings.ts";
import { describeRedactionEntry } from "./describe/redactions.ts";
import { describeSubjectEntry } from "./describe/subjects.ts";
import { describeTaskEntry } from "./describe/tasks.ts";
import { describeUnpackingEntry } from "./describe/unpacking.ts";

/** `open`: what the line's sealed values say in this copy. */
/** `drafts`: of a version of a tier, segments that are still a machine's (`tierDrafts`). */
export function describeEntry(body: EntryBody | undefined, open: { readonly [digest: string]: Json }, drafts?: number): string {
  if (body === undefined) return "Withheld or erased: the head is here, the words are not.";
  const said = (sealed: Sealed): string => {
    const value = open[sealed.sealed];
    const name = ItemName.safeParse(value);
    return value === undefined ? "(withheld)" : name.success ? shownName(name.data) : String(value);
  };
  switch (body.kind) {
    case "case.opened":
      return `The case "${body.data.title}" was opened.`;
    case "key.enrolled":
      return `${said(body.data.name)} enrolled a key as ${body.data.person}.`;
    case "key.replaced":
      return `${body.data.person} replaced a key: ${body.data.reason}`;
    case "key.revoked":
      return `A key of ${body.data.person} was revoked: ${body.data.reason}`;
    case "collection.started":
      return `Collection ${body.data.collection} began, from ${said(body.data.from)}.`;
    case "item.collected":
      return `${body.data.item} was collected: ${said(body.data.name)}.`;
    case "item.unpacked":
      return describeUnpackingEntry(body, said);
    case "item.known":
      return `${body.data.item} is known and not held: ${said(body.data.name)}. ${body.data.statedBy.item} states it.`;
    case "collection.finished": {
      const { collected, alreadyHeld, refused, outcome } = body.data;
      const end = outcome === "complete" ? "is complete" : "was stopped";
      return `Collection ${body.data.collection} ${end}: ${collected} collected, ${alreadyHeld} already held, ${refused} refused.`;
    }
    case "analysis.recorded": {
      const { item, ground, outcome } = body.data;
      return outcome.state === "done"
        ? `${ground.analyser} ${ground.version} read ${item}.`
        : `${ground.analyser} ${ground.version} could not read ${item}: ${outcome.failure.message}`;
    }
    case "item.triaged": {
      const { items, graphicLevel, state } = body.data;
      const set = [graphicLevel === undefined ? "" : `graphic level ${graphicLevel}`, state === undefined ? "" : `triage ${state}`].filter(
        (part) => part !== "",
      );
      return `${set.join(", ")} set on ${countOf(items)}.`;
    }
    case "note.written":
      return `Note on ${body.data.item}: ${said(body.data.text)}`;
    case "observation.made":
      return `${body.data.sort === "marker" ? "Marker" : "Observation"} ${body.data.observation} on ${body.data.target.item}: ${said(body.data.text)}`;
    case "observation.withdrawn":
      return `${body.data.observation} was withdrawn: ${body.data.reason}`;
    case "checkpoint.made":
      return `Checkpoint over the head at line ${body.data.seq}.`;
    case "timestamp.requested":
      return `A time stamp was requested from ${body.data.authority}.`;
    case "timestamp.recorded":
      return `${body.data.authority} stamped a checkpoint at ${body.data.genTime}.`;
    case "fixity.checked": {
      const { objects, intact, altered, missing } = body.data;
      return `${objects} objects hashed again: ${intact} intact, ${altered.length} altered, ${missing.length} missing.`;
    }
    case "copy.made":
      return `A verified copy was made to ${said(body.data.to)}: ${body.data.objects} objects.`;
    case "pack.sealed":
      return `A pack was sealed over the head at line ${body.data.seq}: ${body.data.objects} objects, ${body.data.withheld} withheld.`;
    case "object.erased":
      return `An object was erased: ${body.data.reason}`;
    case "entry.erased":
      return `Line ${body.data.seq} was erased: ${body.data.reason}`;
    case "objects.adopted":
      return `${body.data.objects.length} objects without an entry were adopted after an interrupted run.`;
    case "tail.set-aside":
      return `A torn last line of ${body.data.bytes} bytes was set aside.`;
    case "head.accepted":
      return `A history other than the one remembered was accepted: ${body.data.reason}`;
    case "sheet.imported":
    case "sheet.import-undone":
      return describeSheetImportEntry(body, said);
    case "copies.compared":
    case "match.judged":
    case "match.judgement-withdrawn":
    case "upload.judged":
    case "upload.judgement-withdrawn":
    case "first-upload.moved":
    case "judgements.kept":
      return describeCopyEntry(body, said, (sealed) => open[sealed.sealed]);
    case "inference.kept":
    case "inference.withdrawn":
    case "house-rules.set":
      return describeInferenceEntry(body, said);
    case "imagery.described":
    case "imagery.withdrawn":
      return describeImageryEntry(body, said, (sealed) => open[sealed.sealed]);
    case "claim.stated":
    case "claim.withdrawn":
    case "claim.graded":
    case "claim-proposal.rejected":
    case "claim-proposal.restored":
    case "derivation.stated":
    case "derivation.withdrawn":
    case "assumption.made":
    case "assumption.withdrawn":
    case "exhibit.described":
    case "exhibit.withdrawn":
    case "identification.made":
    case "identification.withdrawn":
    case "reply.requested":
    case "reply.received":
    case "reply.withdrawn":
      return describeClaimEntry(body, said);
    case "sync.measured":
    case "sync-mark.made":
    case "sync-mark.withdrawn":
    case "sync-pair.judged":
    case "sync-pair.judgement-withdrawn":
      return describeSyncEntry(body, said);
    case "tier.written":
    case "tier.reviewed":
    case "tier.review-withdrawn":
    case "tier.withdrawn":
      return describeTierEntry(body, said, drafts);
    case "question.asked":
    case "question.withdrawn":
    case "finding.written":
    case "finding.signed":
    case "finding.reviewed":
    case "finding.withdrawn":
      return describeFindingEntry(body, said);
    case "blind.assigned":
    case "blind.packet-written":
    case "answer.sealed":
    case "answer.revealed":
    case "blind.resolved":
    case "blind.ended":
      return describeBlindEntry(body, said);
    case "task.set":
    case "comment.written":
    case "comment.withdrawn":
      return describeTaskEntry(body, said);
    case "subject.described":
    case "subject-state.stated":
    case "subject-state.withdrawn":
    case "same-person.judged":
    case "same-person.withdrawn":
    case "shot.counted":
    case "shot.withdrawn":
    case "subject.withdrawn":
    case "scene-object.described":
    case "scene-object.withdrawn":
    case "scene-pair.judged":
    case "scene-pair.withdrawn":
    case "element-sheet.written":
    case "element-sheet.withdrawn":
      return describeSubjectEntry(body, said);
    case "redaction.marked":
    case "redaction.withdrawn":
    case "stretch.viewed":
    case "text.viewed":
    case "protection.overridden":
    case "regions.detected":
    case "region.left":
      return describeRedactionEntry(body, said);
    case "edition.sealed":
    case "edition.disclosed":
    case "disclosure.acknowledged":
    case "key-point.confirmed":
    case "correction.issued":
      return describeEditionEntry(body, said);
    case "event.described":
    case "event.withdrawn":
    case "events.linked":
    case "events.unlinked":
    case "hypothesis.described":
    case "bearing.stated":
    case "bearing.withdrawn":
    case "place.stated":
    case "time.stated":
      return describeEventEntry(body, said);
    case "source.described":
    case "source.graded":
    case "account.described":
    case "account.handle-observed":
    case "item.attributed":
      return describeSourceEntry(body, said);
    case "conditions.stated":
    case "item.assessed":
      return describeConditionEntry(body, said);
    case "search.saved":
    case "saved-search.removed":
      return describeSavedSearchEntry(body, said);
    case "link.noted":
    case "link.risk-stated":
    case "link.check-planned":
    case "link.checked":
    case "capture.recorded":
    case "search.logged":
    case "receipt.given":
      return describeLinkEntry(body, said);
  }
}
