/** Entries about subjects, things in a scene, pair sheets and element sheets, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { elementKinds } from "../../core/entry/kinds/elements.ts";
import type { sceneKinds } from "../../core/entry/kinds/scenes.ts";
import type { subjectKinds } from "../../core/entry/kinds/subjects.ts";

type Kind = keyof typeof subjectKinds | keyof typeof sceneKinds | keyof typeof elementKinds;

export function describeSubjectEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  const changed = (reason: Sealed | null): string => (reason === null ? "" : ` Changed: ${said(reason)}`);
  switch (body.kind) {
    case "subject.described": {
      const { subject, item, known, description, reason } = body.data;
      return `${subject} (${known === "seen" ? "seen" : "spoken of, not seen"} in ${item}): ${said(description)}${changed(reason)}`;
    }
    case "subject-state.stated": {
      const { state, subject, item, fromS, toS, reason } = body.data;
      return `${state}: what is seen of ${subject} in ${item} from ${fromS} s to ${toS} s.${changed(reason)}`;
    }
    case "subject-state.withdrawn":
      return `${body.data.state} was withdrawn: ${said(body.data.reason)}`;
    case "same-person.judged": {
      const { judgement, a, b, verdict, on, reason } = body.data;
      const says = { same: "the same person", "not-same": "not the same person", "cannot-tell": "cannot be told whether the same person" };
      return `${judgement}: ${a} and ${b}, ${says[verdict]}, looked at: ${on.join(", ") || "nothing"}. ${said(reason)}`;
    }
    case "same-person.withdrawn":
      return `${body.data.judgement} was withdrawn: ${said(body.data.reason)}`;
    case "shot.counted": {
      const { shot, item, atS, plusMinusS, channel, words, reason } = body.data;
      return `${shot}: called a shot, ${channel.replaceAll("-", " ")} in ${item} at ${atS} s, give or take ${plusMinusS} s: ${said(words)}${changed(reason)}`;
    }
    case "shot.withdrawn":
      return `${body.data.shot} was withdrawn: ${said(body.data.reason)}`;
    case "subject.withdrawn":
      return `${body.data.subject} was withdrawn: ${said(body.data.reason)}`;
    case "scene-object.described":
      return `${body.data.object}: ${said(body.data.description)}${changed(body.data.reason)}`;
    case "scene-object.withdrawn":
      return `${body.data.object} was withdrawn: ${said(body.data.reason)}`;
    case "scene-pair.judged": {
      const { pair, a, b, verdict, reason } = body.data;
      const says = { same: "the same scene", "not-same": "not the same scene", "cannot-tell": "cannot be told whether the same scene" }[
        verdict
      ];
      return `${pair}: ${a} and ${b}, ${says}: ${said(reason)}`;
    }
    case "scene-pair.withdrawn":
      return `${body.data.pair} was withdrawn: ${said(body.data.reason)}`;
    case "element-sheet.written": {
      const { sheet, version, elements, event, reason } = body.data;
      return `Element sheet ${sheet}, version ${version}, on ${event} by ${elements.name} was written.${changed(reason)}`;
    }
    case "element-sheet.withdrawn":
      return `Element sheet ${body.data.sheet} was withdrawn: ${said(body.data.reason)}`;
  }
}
