/** Entries about sources, accounts and who has what to do with items, in a sentence each. A restricted identity is never in it. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { sourceKinds } from "../../core/entry/kinds/sources.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof sourceKinds;

const roleWords = {
  "posted-by": "posted by",
  "re-posted-by": "re-posted by",
  "given-by": "given by",
  "filmed-by": "filmed by",
} as const;

/** Those that somebody wrote. */
function notesOf(data: EntryBodyOf<"source.described">["data"], said: (sealed: Sealed) => string): string {
  return (["access", "motive", "history"] as const)
    .map((name) => {
      const note = data[name];
      return note === undefined || note === "unknown"
        ? ""
        : ` ${name === "access" ? "Access" : name === "motive" ? "Motive" : "History"}: ${said(note)}.`;
    })
    .join("");
}

/** `said`: what a seal says in this copy. */
export function describeSourceEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "source.described": {
      const { source, sort, label, identity, restricted, reason } = body.data;
      const who = typeof identity === "string" ? "" : " Who it is stays in the private store.";
      const risk = restricted === undefined || typeof restricted === "string" ? "" : " A note on risks stays there too.";
      const notes = notesOf(body.data, said);
      return `Source ${source} (${sort}) described: ${said(label)}.${notes}${who}${risk}${reason === null ? "" : ` Because: ${said(reason)}`}`;
    }
    case "source.graded": {
      const { source, reliability, asOf, reason } = body.data;
      return `Reliability of ${source} is ${reliability} as of ${asOf}: ${said(reason)}`;
    }
    case "account.described": {
      const { account, platform, platformId } = body.data;
      return `Account ${account} on ${platform} described, id there ${platformId === "unknown" ? "unknown" : said(platformId)}.`;
    }
    case "account.handle-observed": {
      const { account, handle, displayName, seen, basis } = body.data;
      const name = displayName === "unknown" ? "" : ` under the name ${said(displayName)}`;
      const between = seen.earliest === seen.latest ? `at ${seen.earliest}` : `from ${seen.earliest} to ${seen.latest}`;
      return `${account} was seen as ${handle === "unknown" ? "a handle not known" : said(handle)}${name}, ${between}: ${said(basis)}`;
    }
    case "item.attributed": {
      const { items, role, account, source, basis, standing } = body.data;
      const who = [account, source].filter((one) => one !== "unknown").join(", ") || "nobody known";
      const back = standing === "withdrawn" ? "Taken back: " : "";
      return `${back}${countOf(items)} ${roleWords[role]} ${who}: ${said(basis)}`;
    }
  }
}
