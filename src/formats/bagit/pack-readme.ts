/** `README.txt` of a pack: what it is, and how to check it without this program. */
import type { CaseId } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";

export function writePackReadme(pack: { caseId: CaseId; seq: number; head: Digest; withheld: number; report: boolean }): string {
  const withheld =
    pack.withheld === 0
      ? "Nothing was withheld from it."
      : `${pack.withheld} things were withheld from it: data/withheld.json lists which and why.`;
  return `A pack of the Witnessmark case ${pack.caseId}, up to line ${pack.seq} of its ledger.
Head ${shortCode(pack.head)}  ${pack.head}
${withheld}
${pack.report ? "\nBegin with data/edition/report.html, which a browser opens; what it rests on lies beside it.\n" : ""}
data/ledger.jsonl   what the case knows, one line per entry, each bound to the one before
data/objects/       what the case holds; every file is named by the SHA-256 of its bytes
data/checkpoints/   signed heads, and time stamps over them
seal.txt            signature over all of this

To check it: open verify.html in a browser and choose this folder, or run \`witnessmark verify\`.
Use a page or a program that did not come with this pack: one that came with it cannot vouch for it.
Ask whoever made the pack for the head by another way (by voice, on paper) and compare it with the one above.

With stock tools, in this folder:
  sha256sum -c --strict --quiet tagmanifest-sha256.txt     the files beside data/
  sha256sum -c --strict --quiet manifest-sha256.txt        every file in data/
  sha256sum tagmanifest-sha256.txt; sed -n 2p seal.txt     the same hash twice: what was signed
  find . -type f | wc -l                                   as many files as both lists have, and two more
  (cd data/objects && find . -type f -exec sha256sum {} +) each hash is the name of its file
The recipe for the ledger and the signatures is docs/format/v1/recheck.md of the program.

What no check shows: that the end is the end, unless you were told the head; who a key belongs to;
when or by whom anything was filmed; whether anybody's clock was right.
`;
}
