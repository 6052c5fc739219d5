/** What keeps an edition back. A sound one is spoiled in one way at a time, and each way is named, with who can lift it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Conditions } from "../../src/core/conditions/conditions.ts";
import { unknownConditions } from "../../src/core/conditions/conditions.ts";
import type { EditionFacts, EditionItemFacts, FindingFacts, ProtectedFacts } from "../../src/policy/edition-facts.ts";
import { type Blocker, type BlockerCode, editionBlockers } from "../../src/policy/edition-rules.ts";
import { leftOver } from "../../src/policy/stretches.ts";

const agreed: Conditions = {
  ...unknownConditions,
  scope: { keep: "yes", analyse: "yes", "show-redacted": "yes", publish: "no", "share-with-court": "yes" },
  embargoUntil: "none",
  withdrawnAt: "not-withdrawn",
};
const bound = (more: Partial<Conditions>) => [
  { subject: "i1" as const, through: "own" as const, line: 7, conditions: { ...agreed, ...more } },
];

const prisoner: ProtectedFacts = {
  ...{ subject: "P1", known: "seen", protection: ["possible-prisoner"], copyOf: null, heard: [], silent: [{ fromS: 0, toS: 10 }] },
  stretches: [{ fromS: 1, toS: 6 }],
  outOfFrame: [
    { fromS: 0, toS: 1 },
    { fromS: 6, toS: 10 },
  ],
};
const soundItem: EditionItemFacts = {
  item: "i1",
  media: "video",
  hasSound: true,
  whole: { fromS: 0, toS: 10 },
  bindings: bound({}),
  protected: [prisoner],
  marks: [{ redaction: "rm1", by: "p1", what: "box", subject: "P1", fromS: 1, toS: 6 }],
  viewed: [{ by: "p2", fromS: 0, toS: 10 }],
  words: { marks: [{ redaction: "rm2", loose: null }], makers: ["p1"], texts: [{ what: "w1", readBy: ["p2"] }] },
  unmarked: [],
  unreadRuns: [],
  ...{ overrides: [], lapsed: [], unreadableMarks: [] },
};
const soundFinding: FindingFacts = {
  ...{ finding: "f1", version: 2, authors: ["p1"], signedBy: ["p1"], approvedBy: ["p2"], returnedBy: [], withdrawn: false },
  ...{ laterVersion: null, stale: [], hypotheses: [], blindOpen: [], guessable: false },
};

interface Spoiled {
  readonly sort?: "court" | "public";
  readonly item?: Partial<EditionItemFacts>;
  readonly finding?: Partial<FindingFacts>;
  readonly plan?: object;
  readonly asked?: object;
  readonly facts?: Partial<EditionFacts>;
}

function codes(spoiled: Spoiled): BlockerCode[] {
  return blockersOf(spoiled).map(({ code }) => code);
}

function blockersOf({ sort = "public", item = {}, finding = {}, plan = {}, asked = {}, facts = {} }: Spoiled): Blocker[] {
  const edition: EditionFacts = {
    plan: {
      ...{
        v: 1,
        sort,
        title: "Bridge",
        language: "en",
        findings: ["f1"],
        keyPoints: [],
        elementSheets: [],
        gridM: sort === "court" ? null : 1000,
      },
      items: [{ item: "i1", as: sort === "court" ? "full" : "redacted", excerpts: [], stills: [], why: "The mast.", ...asked }],
      ...plan,
    },
    ...{ at: "2026-01-05T08:00:00Z", by: "p1", findings: [{ ...soundFinding, ...finding }], items: [{ ...soundItem, ...item }] },
    ...{ keyPoints: [], unconfirmedKeyPoints: [], draftQuotes: [], withdrawnGrounds: [], titleSays: [] },
    ...{ wordsWithoutSeconds: [], unreadIdentities: [] },
    ...facts,
  };
  const blockers = editionBlockers(edition);
  for (const blocker of blockers)
    for (const words of [blocker.what, blocker.why, blocker.who, blocker.how]) assert.ok(words.length > 0, blocker.code);
  return blockers;
}

describe("an edition", () => {
  it("that is sound has nothing that keeps it back, court or public", () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ sort: "court" }), []);
  });

  it("waits for findings that are signed by an author and approved by somebody else, on grounds that stand", () => {
    for (const sort of ["court", "public"] as const) {
      assert.deepEqual(codes({ sort, finding: { signedBy: [] } }), ["not-signed"]);
      assert.deepEqual(codes({ sort, finding: { approvedBy: [] } }), ["not-approved"]);
      assert.deepEqual(codes({ sort, finding: { approvedBy: ["p1"] } }), ["approved-by-author"]);
      assert.deepEqual(codes({ sort, finding: { returnedBy: ["p3"] } }), ["returned"]);
      assert.deepEqual(codes({ sort, finding: { stale: [{ line: 90, why: "an earlier copy was found" }] } }), ["stale-grounds"]);
      assert.deepEqual(codes({ sort, finding: { hypotheses: [{ line: 91, why: "hypothesis h2 was added." }] } }), ["hypothesis-since"]);
      assert.deepEqual(codes({ sort, finding: { blindOpen: ["z1 waits for one answer"] } }), ["blind-review-open"]);
      assert.deepEqual(codes({ sort, finding: { withdrawn: true } }), ["finding-withdrawn"]);
      assert.deepEqual(codes({ sort, finding: { laterVersion: 3 } }), ["not-the-last-version"]);
      assert.deepEqual(codes({ sort, finding: { guessable: true } }), sort === "public" ? ["document-guessable"] : []);
    }
  });

  it("holds what was agreed: consent, embargo, consent that was taken back, and for whom", () => {
    assert.deepEqual(codes({ item: { bindings: bound({ scope: { ...agreed.scope, "show-redacted": "no" } }) } }), ["no-consent"]);
    assert.deepEqual(codes({ item: { bindings: [] } }), ["no-consent"]);
    assert.deepEqual(codes({ item: { bindings: bound({ embargoUntil: "2026-02-01T00:00:00Z" }) } }), ["embargo"]);
    assert.deepEqual(codes({ item: { bindings: bound({ withdrawnAt: "2026-01-01T00:00:00Z", legalHold: { reason: "court" } }) } }), [
      "consent-withdrawn",
    ]);
    assert.deepEqual(codes({ sort: "court", item: { bindings: bound({ scope: { ...agreed.scope, "share-with-court": "unknown" } }) } }), [
      "no-consent",
    ]);
    assert.deepEqual(codes({ asked: { as: "left-out" }, item: { bindings: [] } }), [], "what is left out needs no consent");
    assert.deepEqual(
      codes({
        asked: { as: "described" },
        item: { bindings: bound({ scope: { ...agreed.scope, "show-redacted": "no" } }), viewed: [], marks: [] },
      }),
      [],
    );
  });

  it("shows no protected person whom a mark leaves bare for a moment", () => {
    const short = [{ ...(soundItem.marks[0] as EditionItemFacts["marks"][0]), toS: 5.5 }];
    assert.deepEqual(codes({ item: { marks: short } }), ["protected-not-covered"]);
    assert.deepEqual(codes({ item: { marks: short }, asked: { excerpts: [{ fromS: 0, toS: 5 }] } }), [], "the bare stretch is not shown");
    assert.deepEqual(codes({ item: { marks: [{ ...(short[0] as EditionItemFacts["marks"][0]), toS: 6, subject: "P2" }] } }), [
      "protected-not-covered",
    ]);
    assert.deepEqual(codes({ sort: "court", item: { marks: [] } }), []);
  });

  it("waits for words: for marks that hang loose, and for a second person who read whole what goes out of them", () => {
    const { words } = soundItem;
    for (const loose of ["gone", "several", "no-text", "unreadable"] as const) {
      const marks = [{ redaction: "rm2" as const, loose }];
      assert.deepEqual(codes({ item: { words: { ...words, marks } } }), ["words-loose"]);
      assert.deepEqual(codes({ sort: "court", item: { words: { ...words, marks } } }), []);
      assert.deepEqual(codes({ asked: { as: "left-out" }, item: { words: { ...words, marks } } }), ["words-loose"], "its words are quoted");
    }
    const readBy = (...people: string[]) => ({ texts: [{ what: "w1", readBy: people as `p${number}`[] }] });
    for (const [nobody, makers] of [
      [[], ["p1"]],
      [["p1"], []],
      [["p2"], ["p1", "p2"]],
    ] as const)
      assert.deepEqual(codes({ item: { words: { ...words, ...readBy(...nobody), makers: [...makers] } } }), ["text-not-read"]);
    assert.deepEqual(codes({ item: { words: { ...words, marks: [], ...readBy() } } }), ["text-not-read"], "somebody is protected");
    assert.deepEqual(codes({ item: { words: { ...words, marks: [], ...readBy() }, protected: [], marks: [] } }), []);
    assert.deepEqual(codes({ sort: "court", item: { words: { ...words, ...readBy() } } }), []);
  });

  it("takes a protected person to be in the picture wherever nobody said that they are not", () => {
    const child = (more: Partial<ProtectedFacts>) => [{ ...prisoner, stretches: [], outOfFrame: [], ...more }];
    assert.deepEqual(codes({ item: { protected: child({}), marks: [] } }), ["protected-not-covered"], "no state, no mark");
    const short = [{ ...(soundItem.marks[0] as EditionItemFacts["marks"][0]), fromS: 2, toS: 3 }];
    const one = [{ fromS: 2, toS: 3 }];
    assert.deepEqual(codes({ item: { protected: child({ stretches: one }), marks: short } }), Array(2).fill("protected-not-covered"));
    assert.deepEqual(codes({ item: { protected: child({ outOfFrame: [{ fromS: 0, toS: 10 }] }), marks: [] } }), []);
    assert.deepEqual(
      codes({ item: { protected: child({ stretches: one, outOfFrame: [{ fromS: 0, toS: 10 }] }), marks: [] } }),
      ["protected-not-covered"],
      "states that contradict each other take nobody out of the picture",
    );
  });

  it("asks for protected voices to be muted, in the picture and out of it", () => {
    const heard = [{ ...prisoner, heard: [{ fromS: 2, toS: 3 }] }];
    const box = soundItem.marks[0] as EditionItemFacts["marks"][0];
    assert.deepEqual(codes({ item: { protected: heard } }), ["protected-not-covered"]);
    const mute = { ...box, redaction: "rm2", what: "sound", fromS: 2, toS: 3 } as const;
    assert.deepEqual(codes({ item: { protected: heard, marks: [box, mute] } }), []);
    const unsaid = [{ ...prisoner, silent: [] }];
    assert.deepEqual(codes({ item: { protected: unsaid } }), ["protected-not-covered"], "nobody listened for the voice");
    assert.deepEqual(codes({ item: { protected: unsaid, hasSound: false } }), []);
    assert.deepEqual(codes({ item: { protected: unsaid, marks: [box, { ...mute, fromS: 0, toS: 10 }] } }), []);
    const said = [{ ...prisoner, known: "said" as const, stretches: [], outOfFrame: [] }];
    assert.deepEqual(codes({ item: { protected: said, marks: [] } }), ["protected-not-covered"], "nobody said when they are spoken of");
    assert.deepEqual(codes({ item: { protected: said, marks: [mute] } }), []);
    const sound = { media: "sound" as const, protected: [{ ...prisoner, silent: [{ fromS: 3, toS: 10 }] }] };
    assert.deepEqual(codes({ item: { ...sound, marks: [mute] } }), ["protected-not-covered"]);
    assert.deepEqual(codes({ item: { ...sound, marks: [{ ...mute, fromS: 0 }] } }), []);
  });

  it("tells nobody how long a recording is of which it shows a part, and says so before anything is made", () => {
    const part = (excerpts: object[], stills: object[] = []) => codes({ asked: { excerpts, stills } });
    assert.deepEqual(part([{ fromS: 2, toS: 10 }]), ["tells-length"]);
    assert.deepEqual(part([{ fromS: 2, toS: 12 }]).includes("tells-length"), true);
    assert.deepEqual(part([{ fromS: 2, toS: 9 }]), []);
    assert.deepEqual(part([{ fromS: 2, toS: 9 }], [{ atS: 9.99, redacted: true }]), ["tells-length"]);
    assert.deepEqual(part([]), []);
  });

  it("carries protection over to a copy in which nobody described the person", () => {
    const copied = [{ ...prisoner, copyOf: "i7" as const, stretches: [], outOfFrame: [] }];
    assert.deepEqual(codes({ item: { protected: copied, marks: [] } }), ["protected-not-covered"]);
    const whole = { ...(soundItem.marks[0] as EditionItemFacts["marks"][0]), fromS: 0, toS: 10 };
    assert.deepEqual(codes({ item: { protected: copied, marks: [whole] } }), []);
  });

  it("lets a named second person answer for showing somebody, with a reason, and nobody for themselves", () => {
    const override = { by: "p3" as const, subject: "P1" as const, redaction: null, askedBy: "p1" as const, hasReason: true };
    assert.deepEqual(codes({ item: { marks: [], overrides: [override] } }), []);
    for (const wrong of [{ by: "p1" as const }, { askedBy: "p3" as const }, { hasReason: false }])
      assert.deepEqual(codes({ item: { marks: [], overrides: [{ ...override, ...wrong }] } }), ["protected-not-covered"]);
  });

  it("says of an exception that lapsed what changed since", () => {
    const lapsed = [{ subject: "P1" as const, line: 44, because: "marks-changed" as const }];
    const blockers = blockersOf({ item: { marks: [], lapsed } });
    assert.match(blockers[0]?.why ?? "", /The exception in line 44 lapsed: a mark was made, changed or taken back since\./);
  });

  it("needs every shown second viewed whole by a second person who marked nothing", () => {
    assert.deepEqual(codes({ item: { viewed: [] } }), ["not-viewed-whole"]);
    assert.deepEqual(codes({ item: { viewed: [{ by: "p1", fromS: 0, toS: 10 }] } }), ["not-viewed-whole"]);
    assert.deepEqual(codes({ item: { viewed: [{ by: "p2", fromS: 0, toS: 9.9 }] } }), ["not-viewed-whole"]);
    assert.deepEqual(
      codes({
        item: {
          viewed: [
            { by: "p2", fromS: 0, toS: 4 },
            { by: "p3", fromS: 4, toS: 10 },
          ],
        },
      }),
      [],
    );
    assert.deepEqual(codes({ item: { whole: null } }), ["duration-unknown"]);
  });

  it("goes by the item's own clock, which need not begin at 0", () => {
    const at = (fromS: number, toS: number) => ({ fromS, toS });
    const late = { whole: at(3.2, 9.2), protected: [{ ...prisoner, stretches: [at(4, 6)], outOfFrame: [at(3.2, 4), at(6, 9.2)] }] };
    const marks = [{ ...(soundItem.marks[0] as EditionItemFacts["marks"][0]), ...at(4, 6) }];
    const viewed = (fromS: number, toS: number) => [{ by: "p2" as const, fromS, toS }];
    assert.deepEqual(codes({ item: { ...late, marks, viewed: viewed(3.2, 9.2) } }), []);
    assert.deepEqual(codes({ item: { ...late, marks, viewed: viewed(0, 6) } }), ["not-viewed-whole"], "its last 3.2 s");
    const excerpt = (fromS: number, toS: number) => ({
      item: { ...late, marks, viewed: viewed(3.2, 9.2) },
      asked: { excerpts: [at(fromS, toS)] },
    });
    assert.deepEqual(codes(excerpt(5, 9.25)), ["tells-length"], "an end as it is typed lies not outside");
    for (const sort of ["court", "public"] as const)
      assert.ok(codes({ ...excerpt(0, 2), sort, asked: { ...excerpt(0, 2).asked, as: "redacted" } }).includes("excerpt-outside"));
  });

  it("is not made with a mark that nobody can read, wherever something of the item is shown", () => {
    const unread = { unreadableMarks: ["rm7" as const] };
    assert.deepEqual(codes({ item: unread }), ["mark-unreadable"]);
    assert.deepEqual(codes({ item: unread, asked: { as: "described" } }), []);
    assert.deepEqual(codes({ sort: "court", item: unread }), [], "a court is shown what is under it");
    assert.deepEqual(codes({ sort: "court", item: unread, asked: { stills: [{ atS: 2, redacted: true }] } }), ["mark-unreadable"]);
  });

  it("says why something is left out, and describes what it describes", () => {
    for (const as of ["left-out", "described"]) assert.deepEqual(codes({ asked: { as, why: " " } }), ["why-missing"]);
  });

  it("waits for every region that a program found bare in what is shown, and is lifted by none that it did not find", () => {
    const region = { fromS: 2, toS: 3, label: "face", where: "top left", program: "look" };
    assert.deepEqual(codes({ item: { unmarked: [region] } }), ["region-unmarked"]);
    assert.deepEqual(codes({ item: { unmarked: [region], viewed: [] } }), ["region-unmarked", "not-viewed-whole"]);
    assert.deepEqual(codes({ item: { unmarked: [region] }, asked: { excerpts: [{ fromS: 4, toS: 9 }] } }), []);
    assert.deepEqual(codes({ item: { unmarked: [region] }, asked: { as: "described", stills: [{ atS: 2.5, redacted: true }] } }), [
      "region-unmarked",
    ]);
    assert.deepEqual(codes({ sort: "court", item: { unmarked: [region], unreadRuns: [9] } }), []);
    assert.deepEqual(codes({ item: { unreadRuns: [9] } }), ["detection-unread"]);
    assert.deepEqual(
      codes({ item: { unmarked: Array(300).fill(region) } }),
      Array(101).fill("region-unmarked"),
      "rows that nobody reads are one",
    );
  });

  it("never carries an original or a bare still in public", () => {
    assert.deepEqual(codes({ asked: { as: "full" }, item: { bindings: bound({ scope: { ...agreed.scope, publish: "yes" } }) } }), [
      "original-in-public",
    ]);
    assert.deepEqual(codes({ asked: { stills: [{ atS: 2, redacted: false }] } }), ["still-not-redacted"]);
  });

  it("is held to its words: drafts, key points, the grid, the title of the case", () => {
    const finding = "f1" as const;
    assert.deepEqual(codes({ facts: { draftQuotes: [{ record: "t1", finding, why: "no second person read it" }] } }), ["draft-quoted"]);
    assert.deepEqual(codes({ facts: { keyPoints: [{ finding, fault: "firmer", why: "the finding says likely" }] } }), ["key-point-firmer"]);
    for (const sort of ["court", "public"] as const)
      assert.deepEqual(codes({ sort, facts: { unconfirmedKeyPoints: [finding] } }), sort === "public" ? ["key-point-unconfirmed"] : []);
    const closed = { unreadIdentities: ["identity of s1", "restricted note on i4, line 40"] };
    const [blocker] = blockersOf({ facts: closed });
    assert.deepEqual([blocker?.code, blocker?.what], ["identities-unread", "private.age: identity of s1; restricted note on i4, line 40"]);
    assert.deepEqual(codes({ facts: closed, plan: { unreadIdentities: { why: "Read by the editor." } } }), []);
    assert.deepEqual(codes({ sort: "court", facts: closed }), []);
    assert.deepEqual(codes({ plan: { gridM: null } }), ["grid-missing"]);
    assert.deepEqual(codes({ facts: { titleSays: ["name 2"] } }), ["title-says"]);
    assert.deepEqual(codes({ sort: "court", facts: { titleSays: ["name 2"] } }), []);
    const words = { wordsWithoutSeconds: [{ record: "o8", item: "i1" }] };
    assert.deepEqual(codes({ facts: words }), ["words-without-seconds"]);
    assert.deepEqual(codes({ facts: words, plan: { clearedWords: [{ record: "o8", why: "it tells of the bell" }] } }), []);
    assert.deepEqual(codes({ facts: words, plan: { clearedWords: [{ record: "o9", why: "another" }] } }), ["words-without-seconds"]);
  });
});

it("what is left over of a stretch is every moment that no cover reaches", () => {
  const whole = fc.integer({ min: 0, max: 40 });
  const stretch = fc.tuple(whole, whole).map(([a, b]) => ({ fromS: Math.min(a, b), toS: Math.max(a, b) }));
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 6 }), (wanted, covers) => {
      const bare = leftOver([wanted], covers);
      for (let at = wanted.fromS + 0.5; at < wanted.toS; at++) {
        const covered = covers.some(({ fromS, toS }) => fromS <= at && at <= toS);
        assert.equal(
          bare.some(({ fromS, toS }) => fromS <= at && at <= toS),
          !covered,
          `${at}`,
        );
      }
    }),
  );
});
