/** A hand-over that was stopped goes on: what was rendered is taken again, and only where it is byte for byte what was rendered. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { type ItemMedia, makeEditionMedia } from "../../src/actions/edition-media.ts";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import type { EditionPlan } from "../../src/core/edition/edition.ts";
import { withMedia } from "../../src/actions/edition-frames.ts";
import type { ReportModel } from "../../src/core/report/report.ts";
import type { EditionFile } from "../../src/core/report/report-item.ts";
import type { MarkToRender, Redactor } from "../../src/core/redaction/redactor.port.ts";
import { digestOfFile } from "../../src/keep/digest-of-file.ts";
import { stageEdition } from "../../src/keep/edition-staging.ts";
import { openKeptRenderings } from "../../src/keep/kept-renderings.ts";
import { makeMaterial, publicPlan } from "./finished-case.ts";

const box = { x: 0.1, y: 0.2, w: 0.25, h: 0.25 };
const mark: MarkToRender = {
  redaction: "rm1",
  mark: { sort: { what: "box", fromS: 0, toS: 2, keys: [{ atS: 0, box, by: "person" }] }, reason: "plate", subject: null },
};

describe("media of an edition that was stopped", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-stopped-run-"));
  const { items, ...rest } = publicPlan();
  const plan: EditionPlan = { ...rest, items: items.map((one) => ({ ...one, stills: one.stills.slice(0, 1) })) };
  let media: Map<string, ItemMedia>;
  let rendered: string[] = [];
  const redactor = createRedactor();
  const counting: Redactor = {
    renderMedia(request, control) {
      rendered.push("clip");
      return redactor.renderMedia(request, control);
    },
    renderStill(request, control) {
      rendered.push(request.atS === null ? "picture" : "frame");
      return redactor.renderStill(request, control);
    },
  };

  before(async () => {
    const [clip, picture] = makeMaterial(folder) as [string, string];
    const held = async (path: string, more: Pick<ItemMedia, "kind" | "ending" | "mediaType">): Promise<ItemMedia> => ({
      ...{
        path,
        object: await digestOfFile(path),
        bytes: 1,
        marks: [mark],
        unreadableMarks: [],
        whole: { fromS: 0, toS: 2 },
        shielded: false,
      },
      ...more,
    });
    media = new Map([
      ["i1", await held(clip, { kind: "video", ending: ".mp4", mediaType: "video/mp4" })],
      ["i2", await held(picture, { kind: "picture", ending: ".jpg", mediaType: "image/jpeg" })],
    ]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    rendered = [];
  });

  type Run = { readonly marks?: readonly MarkToRender[]; readonly rendersWith?: string; readonly stopAt?: string; readonly whole?: true };
  async function run({ marks, rendersWith = "build 1", stopAt, whole }: Run = {}): Promise<EditionFile[]> {
    const abort = new AbortController();
    const staging = await stageEdition(join(folder, "pack"));
    try {
      const { files } = await makeEditionMedia(
        {
          ...{ redactor: counting, renderings: openKeptRenderings(join(folder, "case")), rendersWith: () => rendersWith, staging },
          mediaOf: async (item) => {
            const one = media.get(item);
            return one === undefined || marks === undefined ? one : { ...one, marks };
          },
          signal: abort.signal,
          onProgress: (_done, detail) => detail === stopAt && abort.abort(),
        },
        whole === true ? plan : { ...plan, items: plan.items.filter(({ item }) => item === "i2") },
        "A1",
      );
      return [...files.values()].flat();
    } finally {
      await staging.remove();
    }
  }
  const keptFiles = (): string[] =>
    readdirSync(join(folder, "case/derived"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("/media"))
      .map((path) => join(folder, "case/derived", path));

  it("are rendered from the first one that is missing, and the others are those of the first run", async () => {
    await assert.rejects(run({ whole: true, stopAt: "i2" }), { name: "AbortError" });
    assert.deepEqual(rendered.slice(0, 2), ["clip", "frame"]);
    rendered = [];
    const resumed = await run({ whole: true });
    assert.deepEqual(rendered, ["picture"]);
    rendered = [];
    assert.deepEqual(await run({ whole: true }), resumed);
    assert.deepEqual(rendered, []);
    assert.equal(resumed.length, 3);
  });

  it("are rendered anew for other marks and by other programs", async () => {
    await run({ marks: [] });
    assert.deepEqual(rendered, ["picture"]);
    rendered = [];
    await run({ rendersWith: "build 2" });
    assert.deepEqual(rendered, ["picture"]);
  });

  it("are not rendered without a mark that cannot be read", async () => {
    const [item, one] = ["i2", media.get("i2") as ItemMedia];
    media.set(item, { ...one, unreadableMarks: ["rm7"] });
    try {
      await assert.rejects(run(), { code: "OBJECT_MISSING", message: /item i2: .* found none of rm7/ });
      assert.deepEqual(rendered, []);
    } finally {
      media.set(item, one);
    }
  });

  it("of a broken original say how many of its frames could be read; in public not how many it has", async () => {
    const broken: Redactor = {
      ...redactor,
      async renderMedia(request, control) {
        const made = await redactor.renderMedia(request, control);
        return made && { ...made, framesOfOriginal: made.frames + 3 };
      },
    };
    const says = async (sort: "court" | "public") => {
      const staging = await stageEdition(join(folder, "pack"));
      try {
        const { files } = await makeEditionMedia(
          {
            ...{ redactor: broken, renderings: openKeptRenderings(join(folder, `case-${sort}`)), rendersWith: () => "build 1", staging },
            ...{ mediaOf: async (asked) => media.get(asked), signal: new AbortController().signal, onProgress: () => undefined },
          },
          { ...plan, sort, items: [{ item: "i1", as: "redacted", excerpts: [], stills: [], why: "" }] },
          "A1",
        );
        const model = { items: [], records: [], leftOut: { notDone: [] } } as unknown as ReportModel;
        return [files.get("i1")?.[0]?.made?.says ?? "", ...withMedia(model, files).leftOut.notDone];
      } finally {
        await staging.remove();
      }
    };
    for (const words of await says("court")) assert.match(words, /\b50 of 53 frames of it could be read/);
    for (const words of await says("public")) assert.ok(/Not every frame of it could be read/.test(words) && !words.includes("53"), words);
  });

  it("are rendered anew where what was kept is another file now, or is gone", async () => {
    const [made] = await run();
    assert.deepEqual(rendered, []);
    const original = readFileSync(media.get("i2")?.path ?? "");
    for (const path of keptFiles()) writeFileSync(path, original);
    assert.deepEqual(await run(), [made]);
    assert.deepEqual(rendered, ["picture"]);
    rendered = [];
    rmSync(join(folder, "case"), { recursive: true });
    await run();
    assert.deepEqual(rendered, ["picture"]);
  });
});
