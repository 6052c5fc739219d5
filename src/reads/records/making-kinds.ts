/** Kinds of entries that make a record, or say anew what it is; and the field of each that names it. */
import type { EntryKind } from "../../core/entry/entry.ts";
import type { RecordSort } from "../../core/review/record-sort.ts";

type Making = { readonly sort: RecordSort; readonly field: string };

const kinds: { readonly [K in EntryKind]?: Making } = {
  "item.collected": { sort: "item", field: "item" },
  "item.unpacked": { sort: "item", field: "item" },
  "item.known": { sort: "item", field: "item" },
  "observation.made": { sort: "observation", field: "observation" },
  "inference.kept": { sort: "inference", field: "inference" },
  "claim.stated": { sort: "claim", field: "claim" },
  "derivation.stated": { sort: "derivation", field: "derivation" },
  "assumption.made": { sort: "assumption", field: "assumption" },
  "exhibit.described": { sort: "exhibit", field: "exhibit" },
  "identification.made": { sort: "identification", field: "identification" },
  "reply.requested": { sort: "reply", field: "reply" },
  "event.described": { sort: "event", field: "event" },
  "events.linked": { sort: "eventLink", field: "link" },
  "hypothesis.described": { sort: "hypothesis", field: "hypothesis" },
  "bearing.stated": { sort: "bearing", field: "bearing" },
  "place.stated": { sort: "place", field: "place" },
  "time.stated": { sort: "time", field: "time" },
  "tier.written": { sort: "tier", field: "tier" },
  "sync-mark.made": { sort: "syncMark", field: "mark" },
  "source.described": { sort: "source", field: "source" },
  "account.described": { sort: "account", field: "account" },
  "search.logged": { sort: "loggedSearch", field: "search" },
  "question.asked": { sort: "question", field: "question" },
  "finding.written": { sort: "finding", field: "finding" },
  "blind.assigned": { sort: "blind", field: "blind" },
  "task.set": { sort: "task", field: "task" },
  "comment.written": { sort: "comment", field: "comment" },
  "subject.described": { sort: "subject", field: "subject" },
  "subject-state.stated": { sort: "subjectState", field: "state" },
  "same-person.judged": { sort: "samePerson", field: "judgement" },
  "shot.counted": { sort: "shot", field: "shot" },
  "scene-object.described": { sort: "vehicle", field: "object" },
  "scene-pair.judged": { sort: "scenePair", field: "pair" },
  "element-sheet.written": { sort: "elementSheet", field: "sheet" },
  "redaction.marked": { sort: "redaction", field: "redaction" },
  "edition.sealed": { sort: "edition", field: "edition" },
};

export const makingKinds: { readonly [kind: string]: Making | undefined } = kinds;
