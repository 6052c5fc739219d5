/** Redacted video: speed beside a plain re-encode of the same settings, and what a frame-by-frame reader of its own finds. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { encoderSettings } from "../../src/analyse/redact/encode-redacted.ts";
import type { MarkToRender } from "../../src/core/redaction/redactor.port.ts";
import type { RedactionId } from "../../src/core/redaction/redaction.ts";
import { randomStream } from "../sample/random.ts";
import { checkPictures, checkRest, checkSound } from "../testing/check-redacted.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, timeFigure } from "./figure.ts";
import { inTurns, timeShell } from "./measure.ts";

const child = join(import.meta.dirname, "redact-child.ts");
/** Below it an encoder's traces begin to be seen on what is filmed. */
const losslessDb = 40;

export async function redactFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const [size, seconds, rounds] = quick ? (["640x360", 6, 2] as const) : (["1280x720", 12, 3] as const);
  say(`${seconds} s of ${size} with moving things and grain`);
  const path = join(folder, "scene.mp4");
  makeScene(path, size, seconds);
  const few = makeMarks(2, 2, seconds);
  const many = makeMarks(50, 40, seconds);
  writeFileSync(join(folder, "few.json"), JSON.stringify(few));
  writeFileSync(join(folder, "many.json"), JSON.stringify(many));
  const plain = `ffmpeg -v error -y -i scene.mp4 ${encoderSettings.join(" ")} -pix_fmt yuv420p -c:a aac -b:a 192k -movflags +faststart plain.mp4`;
  const ours = (marks: string) => `'${process.execPath}' '${child}' '${path}' '${join(folder, marks)}.mp4' ${marks}.json`;
  say("two marks, in turns with a plain re-encode");
  const fewTook = await inTurns(
    rounds,
    () => timeShell(ours("few"), folder),
    () => timeShell(plain, folder),
  );
  say("fifty marks of forty keys");
  const manyTook = await inTurns(
    rounds,
    () => timeShell(ours("many"), folder),
    () => timeShell(plain, folder),
  );
  say("every frame, by a reader of its own");
  const redacted = join(folder, "many.mp4");
  const boxes = many.flatMap(({ redaction, mark: { sort } }) => (sort.what === "box" ? [{ name: redaction, ...sort }] : []));
  const found = await checkPictures({ original: path, redacted, boxes });
  // What the same settings lose without any box: the cover adds nothing to it.
  const lossOfPlain = await checkPictures({ original: path, redacted: join(folder, "plain.mp4"), boxes: [] });
  const spans = many.flatMap(({ mark: { sort } }) => (sort.what === "sound" ? [sort] : []));
  const sound = checkSound({ original: path, redacted }, spans);
  const rest = checkRest({ original: path, redacted });
  const boxFrames = Object.values(found.boxFrames).reduce((sum, count) => sum + count, 0);
  const faults = [...found.faults, ...sound.faults, ...rest];
  return [
    timeFigure({
      name: `redacted video of ${seconds} s, 2 marks`,
      beside: "ffmpeg re-encoding it with the same settings",
      rounds: fewTook,
      target: { atMost: 1.5 },
      note: "with the start of Node, a child without network and a table of all frames",
    }),
    timeFigure({
      name: "the same, 50 marks of 40 keys",
      beside: "ffmpeg re-encoding it with the same settings",
      rounds: manyTook,
      target: { atMost: 1.5 },
    }),
    figure(
      "marked boxes that lie bare on some frame",
      `${boxFrames} boxes on ${found.frames} frames`,
      found.bare.length,
      String(found.bare.length),
      { atMost: 0 },
      `worst difference from the cover ${found.worstUnder} levels of 255, ${found.worstAtRim} along its rim`,
    ),
    figure(
      "picture outside the boxes, worst frame",
      `the original; the plain re-encode has ${lossOfPlain.outsideDb.worst.toFixed(1)} dB`,
      found.outsideDb.worst,
      `${found.outsideDb.worst.toFixed(1)} dB`,
      { atLeast: losslessDb },
      `all frames together ${found.outsideDb.all.toFixed(1)} dB`,
    ),
    figure(
      "frames off their time, worst",
      "the original's own times",
      found.timeOffMs,
      `${found.timeOffMs.toFixed(3)} ms`,
      { atMost: 0.02 },
      `sound away from the marks: likeness ${sound.likeness.toFixed(4)} in its place, where 1 is the same`,
    ),
    figure(
      "streams, words, packets of the original and sound that came along",
      "none",
      faults.length,
      String(faults.length),
      { atMost: 0 },
      faults.slice(0, 3).join("; ") || "-",
    ),
  ];
}

/** Moving bars, a turning pattern and grain: harder to code than most that is filmed. */
function makeScene(path: string, size: string, seconds: number): void {
  const sound = "aevalsrc='0.2*sin(2*PI*(200+40*sin(t))*t)+0.05*(random(0)-0.5)':s=48000";
  execFileSync("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", `testsrc2=s=${size}:r=30:d=${seconds},noise=alls=5:allf=t`, "-f", "lavfi", "-i", sound],
    ...[
      "-t",
      String(seconds),
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-crf",
      "18",
      "-pix_fmt",
      "yuv420p",
      "-c:a",
      "aac",
      "-b:a",
      "160k",
    ],
    path,
  ]);
}

function makeMarks(count: number, keys: number, seconds: number): MarkToRender[] {
  const random = randomStream(8, "redact");
  const boxes = Array.from({ length: count }, (_, n): MarkToRender => {
    const [w, h] = [0.04 + random() * 0.06, 0.05 + random() * 0.08];
    const ats = Array.from({ length: keys }, (_, at) => Math.round(((at + random() * 0.8) / keys) * seconds * 1000) / 1000);
    const all = ats.map((atS) => ({ atS, box: { x: random() * (1 - w), y: random() * (1 - h), w, h }, by: "person" as const }));
    const sort = { what: "box" as const, fromS: ats[0] as number, toS: ats.at(-1) as number, keys: all };
    return { redaction: `rm${n + 1}` as RedactionId, mark: { sort, reason: "face", subject: null } };
  });
  const sounds = [0.2, 0.6].map((part, n): MarkToRender => {
    const sort = {
      what: "sound" as const,
      fromS: part * seconds,
      toS: part * seconds + 1.5,
      how: n === 0 ? ("mute" as const) : ("tone" as const),
    };
    return { redaction: `rm${count + n + 1}` as RedactionId, mark: { sort, reason: "voice", subject: null } };
  });
  return [...boxes, ...sounds];
}
