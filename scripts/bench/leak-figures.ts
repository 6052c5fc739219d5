/**
 * The leak test: leaks planted by code that shares nothing with it, clean packs of which nothing may be said, what the program's own
 * redactor makes, and how fast bytes and frames go through. The planted ones lie each in a file of its own, so that a find counts
 * only for its own leak: the right kind, of the right secret, in the right file.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scanEdition } from "../../src/actions/scan-edition.ts";
import { createLeakTest } from "../../src/analyse/leak-test/run-leak-test.ts";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import type { LeakSecrets } from "../../src/core/edition/leak-test.port.ts";
import { type Cover, copyPack, type MadeSource, makePack, makeSource } from "../testing/plant-leaks/made-pack.ts";
import { plantAll, plants } from "../testing/plant-leaks/plants.ts";
import { secretsOfPack } from "../testing/plant-leaks/secrets-of-pack.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure } from "./figure.ts";

const media = "data/edition/media/i1.mp4";
const ways: readonly Cover[] = [{}, { colour: "black", crf: 28 }, { colour: "white", sound: "tone" }, { colour: "0x7f2020", crf: 18 }];
const cleanPacks = 20;

export async function leakFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const source = makeSource(join(folder, "source"));
  const scan = (name: string, secrets: LeakSecrets) =>
    scanEdition(createLeakTest({ scratch: folder }), join(folder, name), secrets, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  return [
    ...(await plantedFigures(source, { folder, quick, say }, scan)),
    await cleanFigure(source, { folder, quick, say }, scan),
    await redactorFigure(source, { folder, quick, say }, scan),
    await speedFigure(source, { folder, quick, say }, scan),
  ];
}

type Scan = (name: string, secrets: LeakSecrets) => ReturnType<typeof scanEdition>;

async function plantedFigures(source: MadeSource, { folder, say }: BenchPlace, scan: Scan): Promise<Figure[]> {
  makePack(source, join(folder, "planted"));
  const planted = plantAll(source, join(folder, "planted"));
  say(`${planted.length} leaks planted`);
  const made = [media, ...planted.filter(({ plant }) => plant.made).map(({ file }) => file)];
  const report = await scan("planted", secretsOfPack(source, made));
  const isFound = ({ plant, file }: (typeof planted)[number]) =>
    report.leaks.some((leak) => leak.file === file && leak.kind === plant.kind && leak.secret.startsWith(plant.secret));
  const missed = planted.filter((one) => !isFound(one));
  const files = new Set(planted.map(({ file }) => file));
  const beside = report.leaks.filter(({ file }) => !files.has(file)).length;
  const groups = [...new Set(plants.map(({ group }) => group))];
  const of = groups.map(
    (group) =>
      `${group} ${planted.filter((one) => one.plant.group === group && isFound(one)).length}/${planted.filter(({ plant }) => plant.group === group).length}`,
  );
  const lost = missed.length === 0 ? "" : `; missed: ${missed.map(({ plant }) => plant.name).join(", ")}`;
  return [
    figure(
      "planted leaks found",
      `${planted.length} leaks of ${groups.length} kinds`,
      missed.length === 0 ? 1 : 0,
      `${planted.length - missed.length} of ${planted.length}`,
      { atLeast: 1 },
      `${of.join(", ")}${lost}`,
    ),
    figure(
      "reported of the clean files beside them",
      "files that nothing was planted in",
      beside,
      String(beside),
      { atMost: 0 },
      `${report.scanned.files} files, ${report.scanned.tookS} s`,
    ),
  ];
}

async function cleanFigure(source: MadeSource, { folder, quick, say }: BenchPlace, scan: Scan): Promise<Figure> {
  let [leaks, unread, frames, packets] = [0, 0, 0, 0];
  const packs = quick ? 4 : cleanPacks;
  for (const [way, cover] of ways.entries()) makePack(source, join(folder, `clean-${way}`), way, cover);
  for (let number = 0; number < packs; number++) {
    const name = `pack-${number}`;
    copyPack(join(folder, `clean-${number % ways.length}`), join(folder, name), number);
    const how = ways[number % ways.length]?.sound === "tone" ? "tone" : "mute";
    const report = await scan(name, secretsOfPack(source, [media], how));
    leaks += report.leaks.length;
    unread += report.notScanned.length;
    frames += report.scanned.frames;
    packets += report.leaks.filter(({ kind }) => kind === "source-bytes").length;
    for (const one of report.leaks) say(`clean pack ${number}: ${one.kind} ${one.file} ${one.where} ${one.secret}`);
    rmSync(join(folder, name), { recursive: true });
  }
  const detail = `${frames} frames; ${unread} parts not read; ${packets} stretches of the original's bytes`;
  return figure(
    "reported of clean packs",
    `${packs} clean packs, ${ways.length} ways of covering`,
    leaks + unread,
    String(leaks + unread),
    { atMost: 0 },
    detail,
  );
}

/** What the program itself makes for an edition: scanned like the rest, with the original's packets looked for in it. */
async function redactorFigure(source: MadeSource, { folder }: BenchPlace, scan: Scan): Promise<Figure> {
  const secrets = secretsOfPack(source, [media]);
  mkdirSync(join(folder, "redacted", "data", "edition", "media"), { recursive: true });
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const redactor = createRedactor({ scratch: folder });
  const marks = secrets.media[0]?.marks ?? [];
  await redactor.renderMedia({ path: source.video, kind: "video", marks, excerpt: null, out: join(folder, "redacted", media) }, control);
  await redactor.renderStill(
    { path: source.video, atS: 1, marks, out: join(folder, "redacted", "data/edition/media/i1-still.jpg"), widest: 1280 },
    control,
  );
  const report = await scan("redacted", secrets);
  const all = report.leaks.length + report.notScanned.length;
  return figure(
    "reported of what the redactor makes",
    "a clip and a still, its packets and frames",
    all,
    String(all),
    { atMost: 0 },
    `${report.scanned.frames} frames; ${report.leaks.map(({ kind, where }) => `${kind} ${where}`).join(", ") || "no packet of the original in them"}`,
  );
}

async function speedFigure(source: MadeSource, { folder, quick }: BenchPlace, scan: Scan): Promise<Figure> {
  const size = (quick ? 4 : 40) * 1024 * 1024;
  mkdirSync(join(folder, "speed"));
  const line = `<p>The clip was seen at 50.1, 30.2 by somebody on 2024-09-14. ${randomBytes(24).toString("base64")} ${randomBytes(12).toString("hex")}</p>\n`;
  writeFileSync(join(folder, "speed", "report.html"), line.repeat(Math.round(size / 4 / line.length)));
  writeFileSync(join(folder, "speed", "coded.bin"), randomBytes(size));
  const { scanned } = await scan("speed", { ...secretsOfPack(source, []), media: [] });
  const rate = scanned.bytes / 1e6 / scanned.tookS;
  return figure(
    "bytes scanned",
    "a quarter text, the rest coded bytes",
    rate,
    `${rate.toFixed(1)} MB/s`,
    undefined,
    `${(scanned.bytes / 1e6).toFixed(0)} MB in ${scanned.tookS.toFixed(1)} s, one processor`,
  );
}
