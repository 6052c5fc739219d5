import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TierMaking } from "../../core/tier/tier.ts";
import { versionWords } from "./version-words.ts";

const program: TierMaking = { by: "program", name: "whisper.cpp", version: "1.8", model: "" };
const person: TierMaking = { by: "person" };
const history = (...made: readonly TierMaking[]) => made.map((one, at) => ({ version: at + 1, made: one }));

describe("how a version came to be", () => {
  it("does not credit a person with the draft that they only changed something of", () => {
    const versions = history(program, person, person);
    assert.equal(
      versionWords(3, versions, 2),
      "Changed by hand; what was not taken over is still a program's draft. 2 segments of it are a program's draft that nobody has taken over.",
    );
    assert.doesNotMatch(versionWords(2, versions, 0), /Written by hand/);
    // Nothing of the draft is left.
    assert.equal(versionWords(3, versions, 0), "Written by hand.");
    assert.equal(versionWords(1, history(person), 0), "Written by hand.");
  });

  it("says of a file that a program wrote its words, where that is known or was said", () => {
    assert.match(versionWords(1, history({ by: "import", format: "whisper-json" }), 1), /words of a program \(which one is not said\)/);
    const said: TierMaking = { by: "import", format: "srt", writtenBy: "program", program: "CapCut" };
    assert.match(versionWords(1, history(said), 1), /words of a program \(CapCut\), a draft/);
    assert.equal(versionWords(1, history({ by: "import", format: "srt", writtenBy: "person" }), 0), "Imported from SubRip (SRT).");
  });
});
