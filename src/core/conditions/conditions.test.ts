import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Binding, disposalDue, holdIn } from "./binding.ts";
import { Conditions, unknownConditions, Use } from "./conditions.ts";
import { effectiveConditions } from "./effective-conditions.ts";
import { mayUse } from "./may-use.ts";

const at = "2024-09-14T12:00:00Z";
const agreed: Conditions = {
  ...unknownConditions,
  scope: { keep: "yes", analyse: "yes", "show-redacted": "yes", publish: "yes", "share-with-court": "yes" },
  embargoUntil: "none",
  withdrawnAt: "not-withdrawn",
};

function binding(conditions: Partial<Conditions>, where: Partial<Binding> = {}): Binding {
  return { subject: "i1", through: "own", line: 7, conditions: { ...agreed, ...conditions }, ...where };
}

const consent = fc.constantFrom("yes" as const, "no" as const, "unknown" as const);
const instant = fc
  .tuple(
    fc.constantFrom("2024-09-13", "2024-09-14", "2024-09-15"),
    fc.constantFrom("11:59:59", "12:00:00"),
    fc.constantFrom("", ".5", ".25"),
  )
  .map(([day, time, decimals]) => `${day}T${time}${decimals}Z`);
const anyConditions: fc.Arbitrary<Conditions> = fc.record({
  givenBy: fc.constantFrom("nobody" as const, "unknown" as const, "s3" as const),
  scope: fc.record({ keep: consent, analyse: consent, "show-redacted": consent, publish: consent, "share-with-court": consent }),
  embargoUntil: fc.oneof(instant, fc.constantFrom("none" as const, "unknown" as const)),
  withdrawnAt: fc.oneof(instant, fc.constantFrom("not-withdrawn" as const, "unknown" as const)),
  mayContact: consent,
  legalBasis: fc.constant("consent" as const),
  accessMethod: fc.constant("handed-over" as const),
  retention: fc.oneof(instant, fc.constantFrom("no-limit" as const, "unknown" as const)),
  terms: fc.constant("none" as const),
  legalHold: fc.constantFrom("none" as const, "unknown" as const, { reason: "court" }),
});
const anyBinding: fc.Arbitrary<Binding> = fc.record({
  subject: fc.constantFrom("i1" as const, "i2" as const, "s3" as const),
  through: fc.constantFrom("own" as const, "came-from" as const, "given-by" as const),
  line: fc.integer({ min: 2, max: 900 }),
  conditions: anyConditions,
});
const bindings = fc.array(anyBinding, { minLength: 1, maxLength: 5 });

describe("conditions of an item", () => {
  it("of which nobody said anything let it be kept and analysed, and nothing out", () => {
    assert.deepEqual(
      Use.options.map((use) => mayUse([], use, at).allowed),
      [true, true, false, false, false],
    );
    const publish = mayUse([], "publish", at);
    assert.ok(!publish.allowed && publish.because === "unknown" && publish.line === undefined);
  });

  it("that are all agreed to let everything be done", () => {
    for (const use of Use.options) assert.deepEqual(mayUse([binding({})], use, at), { allowed: true });
  });

  it("name the condition that refuses, and the line that states it", () => {
    const given = binding({ scope: { ...agreed.scope, publish: "no" } }, { subject: "s3", through: "given-by", line: 48 });
    assert.deepEqual(mayUse([binding({}), given], "publish", at), {
      allowed: false,
      because: "no-consent",
      why: "no consent to publishing (line 48, of s3)",
      line: 48,
    });
  });

  it("hold an embargo to the second: before it nothing goes out, from then on it does", () => {
    const until = binding({ embargoUntil: "2024-09-14T12:00:00.5Z" });
    assert.equal(mayUse([until], "publish", "2024-09-14T12:00:00Z").allowed, false);
    assert.equal(mayUse([until], "publish", "2024-09-14T12:00:00.499Z").allowed, false);
    assert.equal(mayUse([until], "publish", "2024-09-14T12:00:00.5Z").allowed, true);
    assert.equal(mayUse([until], "analyse", "2024-09-14T12:00:00Z").allowed, true);
  });

  it("stop everything once consent is withdrawn, keeping too, unless a legal hold keeps it", () => {
    const withdrawn = binding({ withdrawnAt: "2024-09-14T12:00:00Z" });
    for (const use of Use.options) assert.equal(mayUse([withdrawn], use, at).allowed, false, use);
    for (const use of Use.options) assert.equal(mayUse([withdrawn], use, "2024-09-14T11:59:59.9Z").allowed, true, use);
    const held = binding({ legalHold: { reason: "case 7/24" } }, { subject: "i2", through: "came-from", line: 9 });
    for (const use of Use.options) assert.equal(mayUse([withdrawn, held], use, at).allowed, use === "keep", use);
  });

  it("an unknown in what publishing asks about is not a yes", () => {
    for (const unknown of [
      { embargoUntil: "unknown" },
      { withdrawnAt: "unknown" },
      { scope: { ...agreed.scope, publish: "unknown" } },
    ] as const)
      assert.equal(mayUse([binding(unknown)], "publish", at).allowed, false, JSON.stringify(unknown));
  });

  it("are due for disposal when one retention is over, and never under legal hold", () => {
    const over = binding({ retention: "2024-09-14T12:00:00Z" });
    assert.equal(disposalDue([binding({}), over], at), over);
    assert.equal(disposalDue([over], "2024-09-14T11:59:59Z"), undefined);
    assert.equal(disposalDue([over, binding({ legalHold: { reason: null } })], at), undefined);
  });

  it("are never widened by one more statement; a legal hold adds keeping alone", () => {
    fc.assert(
      fc.property(bindings, anyBinding, fc.constantFrom(...Use.options), instant, (some, more, use, when) => {
        const [before, after] = [mayUse(some, use, when), mayUse([...some, more], use, when)];
        if (use === "keep" && holdIn([more]) !== undefined) return after.allowed;
        return before.allowed || !after.allowed;
      }),
      { numRuns: 2000 },
    );
  });

  it("do not depend on the order in which independent statements were made", () => {
    const shuffled = bindings.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...Use.options), instant, ([some, other], use, when) => {
        assert.equal(mayUse(some, use, when).allowed, mayUse(other, use, when).allowed);
        assert.deepEqual(values(some), values(other));
      }),
      { numRuns: 2000 },
    );
  });

  it("shown field by field agree with what may be done", () => {
    fc.assert(
      fc.property(bindings, fc.constantFrom(...Use.options), instant, (some, use, when) => {
        const held = effectiveConditions(some);
        const alone: Conditions = {
          ...agreed,
          scope: Object.fromEntries(Use.options.map((one) => [one, held.scope[one].value])) as Conditions["scope"],
          embargoUntil: held.embargoUntil.value,
          withdrawnAt: held.withdrawnAt.value,
          legalHold: held.legalHold.value,
        };
        // An embargo of one statement and an unknown one of another leave one value; both refuse what goes out until the embargo ends.
        const hidden = some.some(({ conditions }) => conditions.embargoUntil === "unknown" || conditions.withdrawnAt === "unknown");
        const [all, one] = [mayUse(some, use, when).allowed, mayUse([binding(alone)], use, when).allowed];
        return all === one || (hidden && !all);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuse a field that is missing: unknown has to be said", () => {
    const { mayContact, ...rest } = agreed;
    assert.equal(Conditions.safeParse({ ...rest, mayContact }).success, true);
    assert.equal(Conditions.safeParse(rest).success, false);
  });
});

function values(some: readonly Binding[]) {
  const { scope, ...rest } = effectiveConditions(some);
  const hold = rest.legalHold.value;
  const instants = [rest.embargoUntil, rest.withdrawnAt, rest.retention].map(({ value }) => value.replace(/\.0*Z$/, "Z"));
  return [Use.options.map((use) => scope[use].value), rest.mayContact.value, instants, typeof hold === "string" ? hold : "held"];
}
