/** Results are repeated by real analysers and reasoners on a real case; a forger re-hashes and signs what they alter. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { keepInference } from "../../src/actions/keep-inference.ts";
import { recomputeResults } from "../../src/actions/recompute/recompute-results.ts";
import type { RecomputePorts } from "../../src/actions/recompute/recompute-ports.ts";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import type { RecomputeReport } from "../../src/core/recompute/recompute-report.ts";
import { inferenceIndex } from "../../src/reads/inference-index.ts";
import type { VerifyReport } from "../../src/verify/report.ts";
import { formatRecompute } from "../../src/verify/recompute/format-recompute.ts";
import { recomputePortsOf } from "../../src/wiring/recompute-ports.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { type CopiesDesk, createCopiesDesk, eventPortsOf } from "../copies/case-of-copies.ts";
import { articleHtml } from "../support/material.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { forgeResults } from "./forge.ts";

const root = join(import.meta.dirname, "..", "..");
let desk: CopiesDesk;

async function recompute(path: string, change: (ports: RecomputePorts) => Partial<RecomputePorts> = () => ({})): Promise<RecomputeReport> {
  const { ports, close } = await recomputePortsOf(path);
  try {
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    return await recomputeResults({ ...ports, ...change(ports) }, control);
  } finally {
    await close();
  }
}

/** Leaves out what takes long and is not asked about. */
const analysesOnly = (ports: RecomputePorts): Pick<RecomputePorts, "lines"> => ({
  async *lines() {
    for await (const line of ports.lines()) {
      if (line.body?.kind !== "copies.compared" && line.body?.kind !== "sync.measured") yield line;
    }
  },
});

/** A copy of the case, for one test to alter. */
function copyOfCase(name: string): string {
  const path = join(desk.folder, name);
  cpSync(desk.casePath, path, { recursive: true });
  return path;
}

async function makeCase(): Promise<void> {
  const source = join(desk.folder, "material");
  // Short sounds and a picture with its copy: every sort of result, and no video to decode again and again.
  const sound = ["-v", "error", "-f", "lavfi", "-i", "anoisesrc=color=pink:seed=7:duration=6:amplitude=0.3"];
  execFileSync("ffmpeg", [...sound, join(source, "one.wav")]);
  execFileSync("ffmpeg", ["-v", "error", "-ss", "0.5", "-i", join(source, "one.wav"), join(source, "two.wav")]);
  const picture = ["-v", "error", "-f", "lavfi", "-i", "mandelbrot=size=480x320:start_scale=2.3", "-frames:v", "1"];
  execFileSync("ffmpeg", [...picture, join(source, "square.png")]);
  execFileSync("ffmpeg", ["-v", "error", "-i", join(source, "square.png"), "-vf", "scale=320:-2", join(source, "square.jpg")]);
  writeFileSync(join(source, "page.html"), articleHtml);
  writeFileSync(join(source, "unreadable.bin"), Buffer.from([0, 1, 2, 3, 255, 254]));
  const session = await desk.open();
  try {
    await desk.add(session, source);
    const { job } = await session.sync.measure("all");
    await new Promise<void>((resolve) => {
      const leave = session.board.subscribe(() => {
        if (session.board.summary().running.some(({ id }) => id === job)) return;
        leave();
        resolve();
      });
    });
    const { reader, vault, viewer } = session;
    const inferences = { ...inferenceIndex(reader), citedFaults: () => Promise.resolve([]) };
    const ports = { ...eventPortsOf(session), vault, inferences };
    const problem = JSON.parse(readFileSync(join(root, "docs", "cli", "examples", "time-conflict.json"), "utf8")) as unknown;
    await keepInference(ports, viewer, { sort: "time", title: "synthetic", about: null, items: [], problem, reason: "" });
  } finally {
    await session.close();
  }
}

describe("repeating what a case says was computed", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  before(async () => {
    desk = createCopiesDesk();
    mkdirSync(join(desk.folder, "material"));
    await makeCase();
  });
  after(() => desk.close());

  it("finds every result of an honest case again, byte for byte: analyses, a comparison, a measuring, an inference", async () => {
    const report = await recompute(desk.casePath);
    assert.equal(report.verdict, "nothing-differs", formatRecompute(report));
    assert.equal(report.counts.same, report.results.length, formatRecompute(report));
    assert.deepEqual([...new Set(report.results.map(({ sort }) => sort))].sort(), ["analysis", "comparison", "inference", "measuring"]);
    assert.ok(report.results.some(({ what }) => what.startsWith("article of")));
    assert.ok(report.results.some(({ what }) => what.startsWith("frame-print of")));
  });

  it("finds altered results that were hashed and signed anew, where verifying does not, and ends the command with 3", async () => {
    const path = copyOfCase("forged");
    const altered = await forgeResults(
      path,
      [
        {
          chosen: (body) => body.kind === "analysis.recorded" && body.data.ground.analyser === "article",
          alter: (text) => text.replace("Nobody was hurt", "Two were hurt"),
        },
        { chosen: (body) => body.kind === "inference.kept", alter: (text) => text.replace('"consistent":false', '"consistent":true') },
        {
          chosen: (body) => body.kind === "copies.compared",
          alter: (text) => text.replace('"mirrored":false', '"mirrored":true'),
        },
      ],
      ["sync.measured"],
    );
    assert.equal(altered, 3, "something was altered in each");
    const program = createDesk();
    try {
      const told = await program.run("verify", path, "--recompute", "--json");
      assert.equal(told.code, 3, told.err);
      const { report, recomputed } = JSON.parse(told.out) as { report: VerifyReport; recomputed: RecomputeReport };
      assert.equal(report.verdict, "verifies", JSON.stringify(report.findings.slice(0, 3)));
      const differing = recomputed.results.filter(({ outcome }) => outcome === "differs");
      assert.deepEqual(differing.map(({ sort }) => sort).sort(), ["analysis", "comparison", "inference"], formatRecompute(recomputed));
      for (const { why } of differing) assert.match(why, /expected sha256:[0-9a-f]{64}; found sha256:|differ at/);
      assert.match(formatRecompute(recomputed), /DIFFERS +inference n1 \(time\)/);
      writeFileSync(join(path, "witnessmark.json"), "{}\n");
      const broken = await program.run("verify", path, "--recompute");
      assert.equal(broken.code, 3);
      assert.match(broken.out, /Nothing was repeated/);
    } finally {
      program.close();
    }
  });

  it("is not satisfied where whoever forged a result names another decoder in its line, or where nothing can be repeated", async () => {
    const path = copyOfCase("relabelled");
    const altered = await forgeResults(
      path,
      [
        {
          chosen: (body) => body.kind === "analysis.recorded" && body.data.ground.analyser === "sound-events",
          alter: (text) => text.replace(/\d+\.\d+/u, "7.77"),
          relabel: "ffmpeg 6.0-custom",
        },
      ],
      ["sync.measured", "copies.compared"],
    );
    assert.ok(altered > 0);
    const report = await recompute(path, analysesOnly);
    assert.equal(report.verdict, "not-settled", formatRecompute(report));
    assert.ok(report.counts.other > 0);
    const none = await recompute(path, (ports) => ({ ...analysesOnly(ports), held: async () => "missing" as const }));
    assert.notEqual(none.verdict, "nothing-differs");
  });

  it("says that an object is missing, altered or of another version, and never takes it for the same", async () => {
    const { report, bin, page } = await strange();
    const at = (line: number | undefined) => report.results.find((one) => one.line === line);
    assert.equal(at(page?.seq)?.outcome, "cannot");
    assert.match(at(page?.seq)?.why ?? "", /expected bytes with that hash; found others/);
    const gone = desk.lines("analysis.recorded").find(({ data }) => data.ground.inputs[0] === bin);
    assert.match(at(gone?.seq)?.why ?? "", /is not here: withheld, or missing/);
    const frames = report.results.filter(({ what }) => what.startsWith("frame-print"));
    assert.ok(frames.length > 0 && frames.every(({ outcome, why }) => outcome === "cannot" && /here is version 99/.test(why)));
    assert.equal(report.verdict, "not-settled");
  });

  it("names the decoder builds where another one decoded, and tells a small difference from a large one", async () => {
    const { report } = await strange();
    const of = (analyser: string) => report.results.find(({ what }) => what.startsWith(`${analyser} of`));
    assert.equal(of("sound-events")?.outcome, "within-tolerance", JSON.stringify(of("sound-events")));
    assert.equal(of("sound-print")?.outcome, "other", JSON.stringify(of("sound-print")));
    assert.match(of("sound-print")?.why ?? "", /recorded with ffmpeg .*, repeated with ffmpeg 9\.9-synthetic/);
  });
});

type Strange = { report: RecomputeReport; bin: Digest; page: ReturnType<typeof desk.lines<"analysis.recorded">>[number] | undefined };
let strangeRun: Promise<Strange> | undefined;

/** One run over the case with holes in it, on a machine with another analyser and another decoder. */
function strange(): Promise<Strange> {
  return (strangeRun ??= runStrange());
}

async function runStrange(): Promise<Strange> {
  const path = copyOfCase("holes");
  const bin = desk.lines("item.collected").find(({ data }) => data.size === 6)?.data.object as Digest;
  rmSync(join(path, "objects", objectPathOf(bin)), { force: true });
  const page = desk.lines("analysis.recorded").find(({ data }) => data.ground.analyser === "article");
  const pageFile = join(path, "objects", objectPathOf(page?.data.ground.inputs[0] as Digest));
  rmSync(pageFile);
  writeFileSync(pageFile, "other bytes");
  const report = await recompute(path, (ports) => ({ ...analysesOnly(ports), runner: strangeRunner(ports.runner) }));
  return { report, bin, page };
}

function strangeRunner(runner: RecomputePorts["runner"]): RecomputePorts["runner"] {
  return {
    versionOf: (name) => (name === "frame-print" ? "99" : runner.versionOf(name)),
    run: (request, control, use) =>
      runner.run(request, control, (answer) => {
        if (answer.state === "failed" || answer.ground.decoder === "none") return use(answer);
        const ground = { ...answer.ground, decoder: "ffmpeg 9.9-synthetic" };
        const scale = request.analyser === "sound-events" ? 1.0001 : 3;
        const result = JSON.parse(JSON.stringify(answer.result), (key, value: unknown) =>
          typeof value === "number" && ["durationSec", "audible"].includes(key) ? value * scale : value,
        ) as typeof answer.result;
        return use({ ...answer, ground, result });
      }),
  };
}
