/** The sample's cameras and copies through the whole house, against TRUTH.json: which seconds are shared, which items are one group, what may come from what. */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { Span } from "../../src/core/copies/segment-match.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import type { CopyGroupDetail, CopyPairDetail } from "../../src/reads/copies/copy-rows.ts";
import { getCopyGroup } from "../../src/reads/copies/get-copy-group.ts";
import { getCopyPair } from "../../src/reads/copies/get-copy-pair.ts";
import { listCopyGroups } from "../../src/reads/copies/list-copy-groups.ts";
import { createCopiesDesk, type CopiesDesk } from "../copies/case-of-copies.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";
import type { Truth } from "./truth-file.ts";

/**
 * Cropped to a part of the scene, brightened, scaled up: against the camera itself it is called the same view, which joins nothing;
 * it is found through other copies. To be taken off when the two are matched.
 */
const throughOthers = new Set(["copies/a-tight-crop.mp4"]);

/** As the story S2 of the method allows, seconds. */
const tolerance = 0.5;

describe("the sample's copies", { skip: needs(NEEDS_FFMPEG) }, () => {
  let desk: CopiesDesk;
  let session: CaseSession;
  let truth: Truth;
  const itemOf = new Map<string, ItemId>();
  let groups: CopyGroupDetail[];

  before(async () => {
    const sample = await madeSample();
    truth = sample.truth;
    desk = createCopiesDesk();
    const source = join(desk.folder, "in");
    for (const part of ["cameras", "copies"]) cpSync(join(sample.folder, part), join(source, part), { recursive: true });
    session = await desk.open();
    await desk.add(session, source);
    for (const { number, name } of await session.reader.views.db.selectFrom("item").select(["number", "name"]).execute())
      itemOf.set(/(?:cameras|copies)\/.*$/.exec(name ?? "")?.[0] ?? "", `i${number}`);
    const { reader, viewer, copies } = session;
    const page = await listCopyGroups(reader, viewer, copies.versions);
    assert.deepEqual(page.progress, { comparable: 12, withoutPrints: 0, failed: 0, compared: 12 });
    groups = await Promise.all(page.groups.map(({ id }) => getCopyGroup(reader, viewer, id)));
  });
  after(async () => {
    await session.close();
    desk.close();
  });

  const item = (file: string) => itemOf.get(file) as ItemId;
  const pairOf = (a: string, b: string): Promise<CopyPairDetail> => getCopyPair(session.reader, session.viewer, { a: item(a), b: item(b) });
  /** Container time of a file's first frame: the truth counts from it. */
  const startOf = (file: string) => [...truth.cameras, ...truth.copies].find((one) => one.file === file)?.frameTimesS[0] ?? Number.NaN;
  const isNear = (span: Span, from: number, to: number) =>
    Math.abs(span.fromSec - from) <= tolerance && Math.abs(span.toSec - to) <= tolerance;

  it("share the seconds of picture that the truth says, to half a second", async () => {
    const missed: string[] = [];
    for (const { file, picture } of truth.copies) {
      for (const { source, sourceFromS, sourceToS, copyFromS, copyToS } of picture) {
        const pair = await pairOf(source, file).catch(() => undefined);
        const segments = pair?.comparison.picture.state === "compared" ? pair.comparison.picture.segments : [];
        const [ofSource, ofCopy] = pair?.a.item === item(source) ? (["a", "b"] as const) : (["b", "a"] as const);
        const found = segments.some(
          (segment) =>
            isNear(segment[ofSource], sourceFromS + startOf(source), sourceToS + startOf(source)) &&
            isNear(segment[ofCopy], copyFromS + startOf(file), copyToS + startOf(file)),
        );
        const told = segments.map(
          (one) => `${one[ofSource].fromSec}-${one[ofSource].toSec} as ${one[ofCopy].fromSec}-${one[ofCopy].toSec}`,
        );
        if (!found && !(throughOthers.has(file) && segments.length === 0))
          missed.push(`${source} ${sourceFromS}-${sourceToS} in ${file} ${copyFromS}-${copyToS}: found ${told.join(", ")}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  it("are in a group with what they were made from, the montage with both, and no two cameras are in one", () => {
    for (const { file, madeFrom, picture } of truth.copies) {
      for (const source of madeFrom.filter((one) => picture.some((segment) => segment.source === one)))
        assert.ok(
          groups.some(({ copies }) => [file, source].every((one) => copies.some(({ copy }) => copy.item === item(one)))),
          `${file} with ${source}`,
        );
    }
    for (const { copies } of groups) {
      const cameras = truth.cameras.filter(({ file }) => copies.some(({ copy }) => copy.item === item(file)));
      assert.equal(cameras.length, 1, cameras.map(({ file }) => file).join(" and "));
    }
    assert.equal(groups.filter(({ copies }) => copies.some(({ copy }) => copy.item === item("copies/montage.mp4"))).length, 2);
  });

  it("the camera's own file is the best of its copies, where one leads", () => {
    for (const { group, copies } of groups) {
      const camera = truth.cameras.find(({ file }) => copies.some(({ copy }) => copy.item === item(file)));
      assert.ok(group.best === "unknown" || group.best === item(camera?.file ?? ""), `best of ${camera?.file} is ${group.best}`);
    }
  });

  it("none is said to come from what was made from it, and what a copy was made from is among its possible origins or cannot be told", () => {
    for (const { file, madeFrom, picture } of truth.copies) {
      for (const source of madeFrom.filter((one) => picture.some((segment) => segment.source === one))) {
        const [made, from] = [item(file), item(source)];
        for (const { derivations, undecided, copies } of groups) {
          if (![made, from].every((one) => copies.some(({ copy }) => copy.item === one))) continue;
          assert.ok(!derivations.some((one) => one.from === made && one.to === from), `${source} from ${file}`);
          const told = derivations.some((one) => one.from === from && one.to === made);
          const open = undecided.some(({ a, b }) => [a, b].includes(made) && [a, b].includes(from));
          assert.ok(told || open || throughOthers.has(file), `${file} from ${source}: ${told ? "possible" : "neither possible nor open"}`);
        }
      }
    }
  });

  it("sound that was laid under another picture is told apart from shared footage", async () => {
    const { comparison } = await pairOf("cameras/camera-a.mp4", "copies/c-other-sound.mp4");
    assert.ok(comparison.signs.includes("re-used-sound"));
    assert.ok(comparison.picture.state !== "compared" || comparison.picture.segments.length === 0);
    assert.ok(comparison.sound.state === "compared");
    const [heard] = comparison.sound.segments;
    assert.ok(heard !== undefined && heard.b.toSec - heard.b.fromSec >= 17);
    const pair = await pairOf("cameras/camera-c.mp4", "copies/c-other-sound.mp4");
    assert.ok(pair.comparison.signs.includes("other-sound"));
  });
});
