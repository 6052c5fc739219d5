import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compareTexts } from "./compare-texts.ts";
import { findCopies, type FoundCopies } from "./find-copies.ts";
import { similarityOf } from "./overlap.ts";

const seed = 20_220_330;
const post = "The fountain on the market square of Ostrel has been dry since Tuesday morning, say people who live there";

/** Numbers of texts that hang together, each list ascending. */
function groupsOf({ texts, components }: FoundCopies): number[][] {
  const groups = Map.groupBy(
    [...texts.textOf.keys()].filter((n) => (texts.textOf[n] as number) >= 0),
    (n) => components.find(texts.textOf[n] as number),
  );
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Pairs [short, long] of texts of which the first stands in the second. */
function insidesOf({ texts, inside }: FoundCopies): number[][] {
  const first = (text: number) => texts.textOf.indexOf(text);
  return [...inside.holders].flatMap(([short, holders]) => holders.map((long) => [first(short), first(long)]));
}

describe("text copies", () => {
  it("are found under other case, signs, emoji, line ends, accents and invisible characters", () => {
    const same = [
      post,
      post.toUpperCase(),
      `⚡️⚡️ ${post.replaceAll(" ", "\u200b ")}!!!`,
      post.replaceAll(" ", "\n"),
      post.replace("dry", "dr\u0301y".normalize("NFD")),
    ];
    assert.deepEqual(groupsOf(findCopies([...same, "Another text that has nothing at all to do with any of the others here"], seed)), [
      [0, 1, 2, 3, 4],
    ]);
  });

  it("are found when a few words are changed, added or left out, in any script", () => {
    const pairs = [
      [
        "Фонтан на ринковій площі Острелу сухий з ранку вівторка, кажуть люди, які там живуть",
        "УВАГА! Фонтан на ринковій площі Острелу сухий з ранку середи, кажуть люди, які там живуть. Підписатися",
      ],
      [
        "النافورة في ساحة السوق في أوسترل جافة منذ صباح الثلاثاء كما يقول الناس الذين يعيشون هناك",
        "عاجل النافورة في ساحة السوق في اوسترل جافة منذ صباح الاربعاء كما يقول الناس الذين يعيشون هناك",
      ],
      [
        "据当地居民说奥斯特雷尔集市广场上的喷泉从星期二早上起就一直干涸没有水了",
        "快讯：据当地居民说，奥斯特雷尔集市广场上的喷泉从星期三早上起就一直干涸没有水了！",
      ],
      ["น้ำพุที่จัตุรัสตลาดในเมืองออสเตรลแห้งมาตั้งแต่เช้าวันอังคารชาวบ้านบอก", "ด่วน น้ำพุที่จัตุรัสตลาดในเมืองออสเตรลแห้งมาตั้งแต่เช้าวันพุธชาวบ้านบอก"],
      [post, `Breaking: ${post.replace("Tuesday", "Monday")} (video)`],
    ] as const;
    const all = pairs.flat();
    assert.deepEqual(
      groupsOf(findCopies(all, seed)),
      pairs.map((_, n) => [2 * n, 2 * n + 1]),
    );
  });

  it("are not claimed of short texts, of one phrase in common, or of the same words in another order", () => {
    const apart = [
      ["Subscribe now!", "Subscribe now!"],
      ["ok ok ok ok ok ok ok", "ok ok ok ok ok ok ok"],
      [
        "According to eyewitnesses on the spot the bridge over the river was closed at noon",
        "According to eyewitnesses on the spot the school had opened again by the evening of the next day",
      ],
      ["one two three four five six seven eight nine ten eleven twelve", "twelve eleven ten nine eight seven six five four three two one"],
    ];
    for (const pair of apart) assert.deepEqual(groupsOf(findCopies(pair, seed)), []);
  });

  it("stand in longer posts that quote them whole, and the shared words are marked where they stand", () => {
    const long = `We were sent this today. ${"Nothing is known of who wrote it and we have no way to tell if it holds. ".repeat(3)}"${post}". More follows as soon as we hear from the town.`;
    const found = findCopies([post, long, "Quite another text about the weather in the hills above the town this week"], seed);
    assert.deepEqual(groupsOf(found), []);
    assert.deepEqual(insidesOf(found), [[0, 1]]);
    const { relation, shared, onlyA, ofA } = compareTexts(post, long);
    assert.equal(relation, "a-in-b");
    assert.equal(ofA, 1);
    assert.deepEqual(
      shared.map(({ b }) => long.slice(b.start, b.end)),
      [post],
    );
    assert.deepEqual(onlyA, []);
  });

  it("are a common phrase, claimed of nothing, when many unlike posts hold it", () => {
    const footer = "Subscribe to our channel and send us your photos and videos of the town";
    const others = Array.from({ length: 150 }, (_, n) =>
      Array.from({ length: 40 }, (_, k) => `word${n}x${k}`)
        .concat(footer.split(" "))
        .join(" "),
    );
    const { inside } = findCopies([footer, ...others], seed);
    assert.deepEqual([...inside.common], [0]);
    assert.equal(inside.holders.size, 0);
    assert.equal(findCopies([footer, ...others.slice(0, 50)], seed).inside.holders.get(0)?.length, 50);
  });
});

/** Few words, so that texts share much and little. */
const anyText = fc
  .array(fc.constantFrom("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"), { minLength: 0, maxLength: 40 })
  .map((words) => words.join(" "));
const anyTexts = fc.array(anyText, { minLength: 2, maxLength: 24 }).chain((texts) =>
  fc
    .array(fc.tuple(fc.nat(texts.length - 1), fc.nat(), fc.constantFrom("", "india", "juliett kilo", "lima mike november")), {
      maxLength: 16,
    })
    .map((changes) => [
      ...texts,
      ...changes.map(([which, place, words]) => {
        const own = (texts[which] ?? "").split(" ");
        own.splice(place % (own.length + 1), 1, words);
        return own.join(" ");
      }),
    ]),
);

describe("text copies against comparing every text with every other", () => {
  it("hang together exactly when a chain of pairs at or over the similarity leads from one to the other", () => {
    fc.assert(
      fc.property(anyTexts, (all) => {
        const together = all.map((_, n) => n);
        const find = (n: number): number => (together[n] === n ? n : find(together[n] as number));
        for (const [n, one] of all.entries())
          for (let k = 0; k < n; k += 1) {
            const { relation } = compareTexts(one, all[k] as string);
            if (relation === "same-words" || relation === "nearly-the-same") together[find(n)] = find(k);
          }
        const expected = [...Map.groupBy(all.keys(), find).values()].filter((group) => group.length > 1);
        const sorted = (groups: number[][]) => groups.map((group) => group.join(" ")).toSorted();
        assert.deepEqual(sorted(groupsOf(findCopies(all, seed))), sorted(expected));
      }),
      { numRuns: 80 },
    );
  });

  it("are as alike as counting words one by one says, and stand inside exactly where that says so", () => {
    fc.assert(
      fc.property(anyTexts, (all) => {
        const found = findCopies(all, seed);
        const { texts, components, inside } = found;
        for (const [n, one] of all.entries())
          for (const [k, other] of all.entries()) {
            const [a, b] = [texts.textOf[n] as number, texts.textOf[k] as number];
            const { similarity, relation } = compareTexts(one, other);
            if (a < 0 || b < 0) {
              assert.equal(relation, "too-short");
              continue;
            }
            assert.ok(Math.abs(similarityOf(texts, a, b) - similarity) < 1e-9 || a === b);
            if (relation === "same-words") assert.equal(a, b);
            const holdsIt = inside.holders.get(a)?.some((holder) => components.find(holder) === components.find(b)) === true;
            if (relation === "a-in-b" && components.find(a) !== components.find(b)) assert.ok(holdsIt, `${one} in ${other}`);
          }
        for (const [short, long] of insidesOf(found))
          assert.match(compareTexts(all[short as number] as string, all[long as number] as string).relation, /^(a-in-b|nearly-the-same)$/);
      }),
      { numRuns: 40 },
    );
  });

  it("share stretches that read the same in both, none of them twice, and what is between them is the rest", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const { shared, onlyA, onlyB } = compareTexts(a, b);
        for (const { a: inA, b: inB } of shared) assert.equal(a.slice(inA.start, inA.end), b.slice(inB.start, inB.end));
        for (const [text, parts] of [
          [a, [...shared.map(({ a: own }) => own), ...onlyA]],
          [b, [...shared.map(({ b: own }) => own), ...onlyB]],
        ] as const) {
          const words = parts
            .toSorted((one, other) => one.start - other.start)
            .flatMap(({ start, end }) => text.slice(start, end).split(" "));
          assert.deepEqual(
            words,
            text.split(" ").filter((word) => word !== ""),
          );
        }
      }),
    );
  });
});

describe("text copies of hostile material", () => {
  it("take a text of a megabyte, equal words without end, half characters and piles of marks", () => {
    const texts = [
      "word ".repeat(200_000),
      "word ".repeat(200_001),
      "a\u0301\u0302\u0303".repeat(50_000),
      "\ud800".repeat(1000),
      `${"\u0301".repeat(100_000)} ${post}`,
      post,
      "字".repeat(100_000),
      "\u202e\u0000 \n".repeat(10_000),
    ];
    assert.deepEqual(groupsOf(findCopies(texts, seed)), [
      [0, 1],
      [4, 5],
    ]);
    const { relation, shared } = compareTexts("word ".repeat(20_000), "word ".repeat(20_001));
    assert.equal(relation, "nearly-the-same");
    assert.equal(shared.length, 1);
  });

  it("join ten thousand versions of one text without comparing each with each", () => {
    const versions = Array.from({ length: 10_000 }, (_, n) => `${post} number ${n} of many`);
    const found = findCopies(versions, seed);
    assert.equal(groupsOf(found)[0]?.length, versions.length);
  });
});
