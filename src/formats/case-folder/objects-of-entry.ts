/** Which objects an entry stands for: those it brought into the case, and those it only speaks of. */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";

export interface EntryObjects {
  /** The case must hold them, unless they were erased. */
  readonly holds: readonly Digest[];
  /** Another entry brought them, or nothing did. */
  readonly mentions: readonly Digest[];
}

const none: EntryObjects = { holds: [], mentions: [] };

export function objectsOfEntry(body: EntryBody): EntryObjects {
  switch (body.kind) {
    case "item.collected":
    case "item.unpacked":
      return { holds: [body.data.object], mentions: [] };
    case "collection.finished":
      return body.data.report === null ? none : { holds: [body.data.report], mentions: [] };
    case "analysis.recorded": {
      const { ground, outcome } = body.data;
      const made = outcome.state === "done" ? [outcome.result, ...outcome.files.map(({ object }) => object)] : [];
      return { holds: made, mentions: ground.inputs };
    }
    case "observation.made":
      return { holds: [], mentions: [body.data.target.object] };
    case "bearing.stated":
      return body.data.part === null ? none : { holds: [], mentions: [body.data.part.object] };
    case "timestamp.requested":
      return { holds: [body.data.request], mentions: [] };
    case "timestamp.recorded": {
      const { token, chain } = body.data;
      return { holds: chain === null ? [token] : [token, chain], mentions: [] };
    }
    case "objects.adopted":
      return { holds: body.data.objects, mentions: [] };
    case "tail.set-aside":
      return { holds: [body.data.kept], mentions: [] };
    case "capture.recorded":
      return body.data.log === null ? none : { holds: [body.data.log], mentions: [] };
    case "sheet.imported": {
      const { records, clipboard } = body.data;
      return { holds: clipboard === null ? [records] : [records, clipboard], mentions: [] };
    }
    case "receipt.given":
      return { holds: [body.data.object], mentions: [] };
    case "copies.compared":
      return body.data.result === null ? none : { holds: [body.data.result], mentions: [] };
    case "first-upload.moved":
      return { holds: [body.data.reopens.list], mentions: [] };
    case "match.judged": {
      const { reopens, result } = body.data;
      return { holds: reopens === null ? [] : [reopens.list], mentions: result === null ? [] : [result] };
    }
    case "match.judgement-withdrawn":
    case "upload.judged":
    case "upload.judgement-withdrawn":
      return body.data.reopens === null ? none : { holds: [body.data.reopens.list], mentions: [] };
    case "inference.kept":
      return { holds: [body.data.problem, body.data.answer], mentions: [] };
    case "sync.measured":
      return { holds: [body.data.result], mentions: [] };
    case "sync-mark.made":
      return { holds: [], mentions: body.data.points.map(({ object }) => object) };
    case "sync-pair.judged":
      return { holds: [], mentions: [body.data.result] };
    case "tier.written":
      return { holds: [body.data.document], mentions: [] };
    case "claim.stated":
    case "claim-proposal.rejected":
      return body.data.text.reading === null ? none : { holds: [], mentions: [body.data.text.reading] };
    case "finding.written":
    case "element-sheet.written":
      return { holds: [body.data.document], mentions: [] };
    case "finding.signed":
    case "finding.reviewed":
      return { holds: [], mentions: [body.data.document] };
    case "shot.counted":
      return body.data.basis.by === "sudden-sound" ? { holds: [], mentions: [body.data.basis.result] } : none;
    case "scene-pair.judged":
      return { holds: [body.data.sheet], mentions: [] };
    case "redaction.marked":
      return { holds: [body.data.mark], mentions: [body.data.object] };
    case "regions.detected":
      return { holds: [body.data.result], mentions: [body.data.object] };
    case "stretch.viewed":
      return { holds: [], mentions: [body.data.object] };
    case "text.viewed": {
      const { object, texts } = body.data;
      return { holds: [], mentions: [object, ...texts.map((one) => (one.in === "tier" ? one.document : one.reading))] };
    }
    case "edition.sealed": {
      const { plan, leaks, openings, findings } = body.data;
      const made = [plan, leaks, openings].filter((object) => object !== null);
      return { holds: made, mentions: findings.map(({ document }) => document) };
    }
    case "correction.issued":
      return { holds: [body.data.text], mentions: [] };
    case "fixity.checked":
      return { holds: [], mentions: [...body.data.altered, ...body.data.missing] };
    case "object.erased":
      return { holds: [], mentions: [body.data.object] };
    default:
      return none;
  }
}
