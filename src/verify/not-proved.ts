/** What no check of bytes can show. Printed with every report, whatever the verdict. */
import type { KeyReport, NotProved, OutsideReport, TimestampReport, VerifyReport } from "./report.ts";

export function notProved(found: {
  readonly subject: VerifyReport["subject"];
  readonly outside: readonly OutsideReport[];
  readonly keys: readonly KeyReport[];
  readonly timestamps: readonly TimestampReport[];
  readonly withheld: number;
  readonly erased: number;
}): NotProved[] {
  const list: NotProved[] = [];
  const settled = found.outside.some(({ outcome }) => outcome === "is-the-last-line");
  if (!settled) {
    list.push({
      code: "end-and-forks",
      text: "The end, and the absence of forks, are not shown: no head was told that is the last one here. Ask whoever sealed it for the head by another way, and check against it.",
    });
  }
  const later = found.withheld + found.erased;
  if (later > 0) {
    list.push({
      code: "later-withheld",
      text: `${later} entries are not open here (withheld ${found.withheld}, erased ${found.erased}) and could change what the others say.`,
    });
  }
  list.push({ code: "keys-are-not-people", text: "A signature shows that a key was used, not which person used it." });
  if (found.keys.some(({ known }) => known !== "told-outside")) {
    list.push({
      code: "keys-first-use",
      text: "Whose the keys are is known from these files alone. Somebody who writes everything anew with keys of their own is not told apart by that.",
    });
  }
  const bounded = found.timestamps.some(({ state, chain }) => state === "holds" && chain === "leads to the given root");
  list.push({
    code: "clock",
    text: bounded
      ? "Times that people's machines wrote are claims. Only what a time stamp covers existed before a time that an authority states, and only as far as its root is trusted."
      : "When anything happened: every time here is what some machine's clock said.",
  });
  list.push({
    code: "filming",
    text: "When, where and by whom anything was filmed or written. Bytes are unchanged since they were collected; what they show may be anything.",
  });
  list.push({
    code: "authorship",
    text: "That the sources are who they say they are, or that material was not altered before it was collected.",
  });
  if (found.subject === "pack") {
    list.push({
      code: "page-itself",
      text: "The page in a pack cannot vouch for itself. Use a copy of the program or the page that did not come with this pack.",
    });
  }
  return list;
}
