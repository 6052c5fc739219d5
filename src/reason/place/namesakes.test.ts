/** Namesakes weighed by the words beside them: shares are shares, words that fit better weigh more, and nothing is ever ruled out whole. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { destination } from "../../core/place/geodesic.ts";
import { choicesOf, weighChoices } from "./namesake-choices.ts";
import { fitOf } from "./namesake-fit.ts";
import { fitAt, type One } from "./namesake-ones.ts";
import { namesakeAnswer } from "./namesakes.ts";
import type { Namesake } from "./namesakes-problem.ts";
import { PlaceProblem } from "./place-problem.ts";
import { readingsOfProblem } from "./problem-readings.ts";

const seed = 20240914;
const centre = { lat: 49, lon: 31 };

function listed(at: { lat: number; lon: number }, o: Partial<Namesake> = {}): Namesake {
  return {
    ...{
      radiusKm: 0,
      name: "X",
      source: "a list",
      floor: "none stated",
      kind: "populated place",
      country: "UA",
      admin: [],
      population: null,
    },
    ...{ matchedBy: "name", lat: Math.round(at.lat * 1e5) / 1e5, lon: Math.round(at.lon * 1e5) / 1e5 },
    ...o,
  };
}

function ask(text: string, namesakes: Record<string, Namesake[]>, anchors: Record<string, { lat: number; lon: number }[]> = {}) {
  const problem = PlaceProblem.parse({ text, anchors, namesakes });
  return namesakeAnswer(readingsOfProblem(problem), problem);
}
const at = (bearing: number, km: number) => destination(centre, bearing, km * 1000);

describe("shares of namesakes", () => {
  it("add up to one with that of none of them, and none is nothing", () => {
    const place = fc.record({ bearing: fc.double({ min: 0, max: 360, noNaN: true }), km: fc.double({ min: 0.5, max: 2000, noNaN: true }) });
    const phrase = fc.constantFrom(
      "near Alta, 10 km north of Beta",
      "Alta, 10 km north of Beta",
      "on the road from Alta to Beta",
      "halfway between Alta and Beta",
      "north of Alta, north of Beta",
      "in Alta",
      "10 km from Alta and 20 km from Beta",
      "between Alta and Beta, near Gamma",
    );
    fc.assert(
      fc.property(phrase, fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 4 }), (text, some, others) => {
        const points = (list: typeof some) => list.map(({ bearing, km }) => listed(at(bearing, km)));
        const { candidates, names } = ask(text, { Alta: points(some), Beta: points(others), Gamma: [listed(at(10, 5))] });
        for (const { name, none } of names) {
          const own = candidates.filter((one) => one.name === name);
          const sum = own.reduce((all, { posterior }) => all + posterior, none.posterior);
          assert.ok(Math.abs(sum - 1) < 1e-9, `${text}: ${name} ${sum}`);
          assert.ok(none.posterior > 0);
          for (const { posterior } of own) assert.ok(posterior > 0);
          assert.deepEqual(
            own.map(({ rank }) => rank),
            own.map((_, i) => i + 1),
          );
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it("are larger for the one that lies as the words say", () => {
    const { candidates, names } = ask(
      "near Alta, 10 km north of Beta",
      { Alta: [listed(at(0, 10)), listed(at(180, 10)), listed(at(0, 120))] },
      { Beta: [centre] },
    );
    const [first, second] = candidates;
    assert.ok((first?.points[0]?.lat ?? 0) > centre.lat && (first?.posterior ?? 0) > 0.9, `${first?.posterior}`);
    assert.match(candidates.find(({ rank, name }) => name === "Alta" && rank === 3)?.rejected ?? "", /120\.00 km N .*of Beta/);
    assert.ok((second?.rejected ?? "").length > 0);
    assert.deepEqual(
      names.map(({ name, given }) => [name, given]),
      [
        ["Alta", false],
        ["Beta", true],
      ],
    );
  });

  it("go by size alone where nothing else is said, and no further than words can be trusted", () => {
    const { candidates } = ask("in Alta", { Alta: [listed(at(0, 100), { population: 400 }), listed(at(90, 300), { population: 40_000 })] });
    assert.ok(Math.abs((candidates[0]?.posterior ?? 0) / (candidates[1]?.posterior ?? 1) - 100) < 1e-6);
    const large = ask("in Alta", { Alta: [listed(at(0, 100), { population: 200_000 }), listed(at(90, 300), { population: 9_000_000 })] });
    assert.equal(large.candidates[0]?.posterior, large.candidates[1]?.posterior, "beyond 100,000 people size says no more");
    const words = ask(
      "near Alta, 10 km north of Beta",
      { Alta: [listed(at(0, 10), { population: 200 }), listed(at(90, 300), { population: 3_000_000 })] },
      { Beta: [centre] },
    );
    assert.ok((words.candidates[0]?.population ?? 0) === 200, "a hamlet that fits is meant sooner than a city that does not");
  });

  it("settle two names together: the pair that lies as the words say", () => {
    const { candidates } = ask("near Alta, 10 km north of Beta", {
      Alta: [listed(at(0, 500)), listed(destination(at(90, 800), 0, 10_000))],
      Beta: [listed(centre), listed(at(90, 800))],
    });
    for (const name of ["Alta", "Beta"]) {
      const first = candidates.find((one) => one.name === name);
      assert.ok((first?.points[0]?.lon ?? 0) > 35, name);
      assert.ok((first?.posterior ?? 0) > 0.9, `${name} ${first?.posterior}`);
    }
  });

  it("lead on a way between neighbours", () => {
    const { candidates } = ask("on the road from Alta to Beta", { Alta: [listed(at(0, 700)), listed(at(20, 12))], Beta: [listed(centre)] });
    assert.ok((candidates[0]?.points[0]?.lat ?? 90) < 50 && (candidates[0]?.posterior ?? 0) > 0.9, `${candidates[0]?.posterior}`);
  });

  it("leave more to none of them where a list holds only larger places", () => {
    const floor = "population above 1,000";
    const share = (o: Partial<Namesake>) =>
      ask("in Alta", { Alta: [listed(at(0, 5), o), listed(at(0, 105), o)] }).names[0]?.none.posterior ?? 0;
    assert.ok(share({ floor }) > share({ population: 3000 }));
    assert.equal(ask("in Alta", { Alta: [] }).names[0]?.none.posterior, 1);
  });

  it("take points close together as one place's, and say how far apart they are", () => {
    const { candidates, names } = ask("in Alta", {
      Alta: [listed(at(0, 1)), listed(at(0, 2.6), { source: "another list" }), listed(at(0, 60))],
    });
    assert.equal(candidates.length, 2);
    assert.ok(Math.abs((names[0]?.pointsApartKm ?? 0) - 1.6) < 0.01 || Math.abs(names[0]?.pointsApartKm ?? 0) < 0.01);
    const two = candidates.find(({ points }) => points.length === 2);
    assert.ok(two !== undefined);
    assert.match(names[0]?.says.join() ?? "", /1\.60 km apart \(a list; another list\)/);
  });

  it("are worked out within reach of a person who waits, for names that hundreds of places bear", () => {
    const many = (turn: number) => Array.from({ length: 300 }, (_, i) => listed(at((i * 137.5 + turn) % 360, 30 + i * 6)));
    const { candidates } = ask("near Alta, 10 km north of Beta", { Alta: many(0), Beta: many(70) });
    assert.ok(candidates.length > 500);
  });
});

describe("pairs of two names", () => {
  it("that are far apart and reckoned as one weigh what they weigh one by one", () => {
    const [about] = readingsOfProblem(
      PlaceProblem.parse({ text: "Alta, a village 10 km north of Beta", namesakes: { Alta: [], Beta: [] } }),
    );
    const fits = (about ?? []).flatMap(({ clause, rules }) => fitOf(clause, rules) ?? []);
    const measure = fits.find(({ clause }) => clause.about !== "spot");
    assert.ok(measure !== undefined, "the phrase has a clause about Alta");
    const km = fc.double({ min: 0, max: 200, noNaN: true });
    const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
    const places = fc.array(fc.tuple(fc.double({ min: 0, max: 360, noNaN: true }), km, weight), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(places, places, (some, others) => {
        const ones = (name: string, list: typeof some): One[] =>
          list.map(([bearing, far, prior], place) => ({ name, place, prior, point: listed(at(bearing, far)) }));
        const all = [ones("Alta", some), ones("Beta", others)];
        const own = all.map((list) => Float64Array.from(list, ({ prior }) => prior));
        const marginals = all.map((list) => new Float64Array(list.length));
        const total = weighChoices(choicesOf([0, 1], all, fits), own, undefined, marginals);
        let direct = 0;
        const first = new Float64Array(some.length);
        for (const [i, a] of (all[0] as One[]).entries())
          for (const b of all[1] as One[]) {
            const words = a.prior * b.prior * fitAt(measure, a.point as Namesake, b.point as Namesake);
            direct += words;
            first[i] = (first[i] as number) + words;
          }
        assert.ok(Math.abs(total / direct - 1) < 1e-9, `${total} ${direct}`);
        for (const [i, value] of first.entries()) assert.ok(Math.abs((marginals[0]?.[i] ?? NaN) / value - 1) < 1e-9);
      }),
      { seed, numRuns: 100 },
    );
  });
});
