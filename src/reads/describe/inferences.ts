/** Entries about inferences and house rules, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { inferenceKinds } from "../../core/entry/kinds/inferences.ts";

type Kind = keyof typeof inferenceKinds;

export function describeInferenceEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "inference.kept": {
      const { inference, sort, title, about, solver, state, reason } = body.data;
      const of = about === null ? "" : ` about ${about}`;
      const end = state === "answered" ? "it leaves an answer" : "nothing holds all it was told";
      const why = reason === null ? "" : ` Changed: ${said(reason)}`;
      return `Inference ${inference}${of} kept: "${said(title)}", ${sort} by ${solver.name} ${solver.version}; ${end}.${why}`;
    }
    case "inference.withdrawn":
      return `Inference ${body.data.inference} was withdrawn: ${said(body.data.reason)}`;
    case "house-rules.set":
      return `House rules for ${body.data.of} were set: ${said(body.data.reason)}`;
  }
}
