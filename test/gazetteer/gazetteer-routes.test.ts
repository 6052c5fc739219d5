/** What the place bench asks of the server: names, and phrases made into problems; and that what it keeps of them is found again. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { GazetteerAnswer } from "../../src/api/gazetteer.ts";
import type { InferenceDetail } from "../../src/api/inferences.ts";
import type { NameAnswer, PlaceCandidate } from "../../src/reason/place/namesakes.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { type ServedCase, serveCase } from "../support/served-case.ts";

interface Refused {
  code: string;
  message: string;
}

let desk: Desk;
let served: ServedCase;
before(async () => {
  desk = createDesk();
  const material = join(desk.folder, "material");
  mkdirSync(material);
  writeFileSync(join(material, "note.txt"), "A note of the test.\n");
  const added = await desk.run("add", join(desk.folder, "case"), material);
  assert.equal(added.code, 0, added.err);
  served = await serveCase(desk, join(desk.folder, "case"));
});
after(() => desk.close());

describe("gazetteers over HTTP", () => {
  it("answer with every place of a name, the nearest first, and with how far down they reach", async () => {
    const { matches, asked, leftOut } = await served.get<GazetteerAnswer>(
      `/api/gazetteer?name=${encodeURIComponent("Дмитрівка")}&nearLat=50.5464&nearLon=30.235&limit=3`,
    );
    assert.deepEqual(
      matches.map(({ distanceKm }) => Math.round(distanceKm ?? NaN)),
      [11, 151, 196],
    );
    assert.equal(leftOut, 7);
    assert.match(asked[0]?.floor ?? "", /population above 1,000/);
    assert.equal(asked[0]?.licence, "GeoNames, CC BY 4.0");
    const half = await served.get<Refused>("/api/gazetteer?name=Bucha&nearLat=50");
    assert.equal(half.code, "INPUT_INVALID");
  });

  it("make a phrase into a problem that is kept and asked again as it is", async () => {
    const { problem, candidates, names } = await served.post<{ problem: unknown; candidates: PlaceCandidate[]; names: NameAnswer[] }>(
      "/api/place-problems",
      { text: "Dmytrivka, around 7 miles southwest of Bucha", anchors: { Bucha: [{ lat: 50.5464, lon: 30.235 }] } },
    );
    const read = PlaceProblem.parse(problem);
    assert.deepEqual(
      Object.entries(read.anchors).map(([name, points]) => [name, points.length]),
      [
        ["Bucha", 1],
        ["Dmytrivka", 1],
      ],
    );
    assert.equal(read.namesakes?.["Dmytrivka"]?.length, 10);
    assert.equal(candidates.filter(({ name }) => name === "Dmytrivka").length, 10);
    assert.ok((names.find(({ name }) => name === "Dmytrivka")?.none.posterior ?? 0) > 0);
    const { id } = await served.post<{ id: string }>("/api/inferences", { sort: "place", title: "where", problem });
    const kept = await served.get<InferenceDetail>(`/api/inferences/${id}`);
    assert.deepEqual(kept.problem, problem);
    assert.deepEqual((kept.answer as { candidates: unknown }).candidates, candidates);
  });

  it("name what is no problem", async () => {
    const answer = await served.post<Refused>("/api/place-problems", { text: "near Bucha", anchors: { Bucha: [{ lat: 500, lon: 30 }] } });
    assert.equal(answer.code, "INPUT_INVALID");
    assert.match(answer.message, /anchors\.Bucha\.0\.lat/);
  });
});
