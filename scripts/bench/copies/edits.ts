/**
 * What is done to clips, each kind with its truth. The first sixteen are those of the peer's table (docs/method/copies.md);
 * the rest is met in re-posts as well. Filters are those of ffmpeg 5.1.
 */
import { join } from "node:path";
import { encodeEdit } from "./encode.ts";
import { writeBox, writeCard, writeLogo, writeMoire, writeSubtitle } from "./overlays.ts";
import { boxOf, WHOLE, type Clip, type Edit, type SharedPart, type SharedSound } from "./truth.ts";

export const peerKinds = [
  "small",
  "bright",
  "cut-out",
  "speed-1.5",
  "speed-2",
  "logo-small",
  "subtitle",
  "logo-box",
  "logo-large",
  "screen",
  "crop-5",
  "tilt-5",
  "crop-20",
  "pad-black",
  "pad-blur",
  "mirror",
] as const;
export const furtherKinds = [
  "turn-90",
  "turn-270",
  "grey",
  "sepia",
  "compilation",
  "picture-in-picture",
  "letterbox",
  "re-dub",
  "re-post",
] as const;
export const editKinds = [...peerKinds, ...furtherKinds] as const;
export type EditKind = (typeof editKinds)[number];

interface Plan {
  /** Inputs after the clip itself. */
  readonly inputs?: readonly string[];
  /** From [0:v] and [0:a] to [v] and [a]. */
  readonly graph: string;
  readonly crf?: number;
  readonly size: readonly [number, number];
  readonly fps?: number;
  readonly seconds?: number;
  readonly picture: readonly SharedPart[];
  readonly sound?: readonly SharedSound[];
}

/** A copy's name; it names other clips that are in it, since which those are depends on what was at hand. */
export function editName(kind: EditKind, { clip, others }: Pick<EditOf, "clip" | "others">): string {
  const inIt = kind === "compilation" ? others : kind === "picture-in-picture" || kind === "re-dub" ? others.slice(0, 1) : [];
  return [`${clip.name}--${kind}`, ...inIt.map((other) => other.name)].join("+");
}

/** Two other clips of the same half, for what is made of several. */
export interface EditOf {
  readonly clip: Clip;
  readonly others: readonly [Clip, Clip];
  readonly folder: string;
  readonly work: string;
}

export async function makeEdit(kind: EditKind, of: EditOf): Promise<Edit> {
  const { clip, folder } = of;
  const plan = await planOf(kind, of);
  const name = editName(kind, of);
  const file = `copies/${name}.mp4`;
  await encodeEdit(["-i", join(folder, clip.file), ...(plan.inputs ?? [])], plan.graph, plan.crf ?? 26, join(folder, file));
  return {
    ...clip,
    name,
    file,
    kind,
    of: clip.name,
    width: plan.size[0],
    height: plan.size[1],
    fps: plan.fps ?? clip.fps,
    seconds: plan.seconds ?? clip.seconds,
    picture: plan.picture,
    sound: plan.sound ?? plan.picture,
  };
}

const even = (x: number) => Math.max(2, 2 * Math.round(x / 2));
const sameSound = "[0:a]anull[a]";

function shared(clip: Clip, change: Partial<SharedPart> = {}): SharedPart {
  return {
    source: clip.name,
    fromSec: 0,
    toSec: clip.seconds,
    sourceFromSec: 0,
    sourceToSec: clip.seconds,
    speed: 1,
    mirrored: false,
    turnedDeg: 0,
    tiltDeg: 0,
    partOfSource: WHOLE,
    partOfCopy: WHOLE,
    covered: [],
    ...change,
  };
}

async function planOf(kind: EditKind, { clip, others, folder, work }: EditOf): Promise<Plan> {
  const { width, height, seconds, fps } = clip;
  const size = [width, height] as const;
  const png = (what: string) => join(work, `${clip.name}-${what}.png`);
  const path = (other: Clip) => join(folder, other.file);
  const plain = (filter: string, change: Partial<SharedPart> = {}, more: Partial<Plan> = {}): Plan => ({
    graph: `[0:v]${filter}[v];${sameSound}`,
    size,
    picture: [shared(clip, change)],
    ...more,
  });
  const over = async (
    write: (w: number, h: number, path: string) => Promise<void>,
    what: string,
    share: readonly [number, number],
    right: boolean,
  ) => {
    const [w, h] = [even(width * share[0]), even(height * share[1])];
    const [x, y] = right ? [width - w - 10, 10] : [10, height - h - 10];
    await write(w, h, png(what));
    const covered = [boxOf(x, y, w, h, width, height)];
    return { inputs: ["-i", png(what)], graph: `[0:v][1:v]overlay=${x}:${y}[v];${sameSound}`, size, picture: [shared(clip, { covered })] };
  };
  const crop = (each: number) => {
    const [w, h] = [even(width * (1 - 2 * each)), even(height * (1 - 2 * each))];
    const [x, y] = [Math.round((width - w) / 2), Math.round((height - h) / 2)];
    return plain(`crop=${w}:${h}:${x}:${y}:exact=1,scale=${width}:${height}`, { partOfSource: boxOf(x, y, w, h, width, height) });
  };
  const faster = (speed: number) => ({
    graph: `[0:v]setpts=PTS/${speed},fps=${fps}[v];[0:a]atempo=${speed}[a]`,
    size,
    seconds: seconds / speed,
    picture: [shared(clip, { speed, toSec: seconds / speed })],
  });
  /** 16:9; a clip that is 16:9 already goes upright, to 9:16. */
  const frame = width / height > 1.7 ? ([360, 640] as const) : ([640, 360] as const);
  const inner = [even(Math.min(frame[0], (frame[1] * width) / height)), even(Math.min(frame[1], (frame[0] * height) / width))] as const;
  const at = [(frame[0] - inner[0]) / 2, (frame[1] - inner[1]) / 2] as const;
  const padded = { partOfCopy: boxOf(at[0], at[1], inner[0], inner[1], frame[0], frame[1]) };

  switch (kind) {
    case "small":
      return plain(`scale=${even(width / 2)}:${even(height / 2)}`, {}, { crf: 35, size: [even(width / 2), even(height / 2)] });
    case "bright":
      return plain("eq=brightness=0.15:contrast=1.3");
    case "grey":
      return plain("hue=s=0");
    case "sepia":
      return plain("colorchannelmixer=.393:.769:.189:0:.349:.686:.168:0:.272:.534:.131");
    case "mirror":
      return plain("hflip", { mirrored: true });
    case "turn-90":
      return plain("transpose=1", { turnedDeg: 90 }, { size: [height, width] });
    case "turn-270":
      return plain("transpose=2", { turnedDeg: 270 }, { size: [height, width] });
    case "tilt-5":
      return plain("rotate=5*PI/180:c=black", { tiltDeg: 5 });
    case "crop-5":
      return crop(0.05);
    case "crop-20":
      return crop(0.2);
    case "speed-1.5":
      return faster(1.5);
    case "speed-2":
      return faster(2);
    case "pad-black":
      return plain(`scale=${inner[0]}:${inner[1]},pad=${frame[0]}:${frame[1]}:${at[0]}:${at[1]}`, padded, { size: frame });
    case "pad-blur": {
      const ground = `scale=${frame[0]}:${frame[1]}:force_original_aspect_ratio=increase,crop=${frame[0]}:${frame[1]},boxblur=16:2`;
      const graph = `[0:v]split[b][f];[b]${ground}[g];[f]scale=${inner[0]}:${inner[1]}[p];[g][p]overlay=${at[0]}:${at[1]}[v];${sameSound}`;
      return { graph, size: frame, picture: [shared(clip, padded)] };
    }
    case "letterbox": {
      const tall = even(height * 1.34);
      const y = Math.round((tall - height) / 4) * 2;
      return plain(`pad=${width}:${tall}:0:${y}`, { partOfCopy: boxOf(0, y, width, height, width, tall) }, { size: [width, tall] });
    }
    case "logo-small":
      return over(writeLogo, kind, [0.16, 0.09], true);
    case "logo-large":
      return over(writeLogo, kind, [0.45, 0.26], true);
    case "logo-box":
      return over(writeBox, kind, [0.3, 0.22], false);
    case "subtitle":
      return subtitle(clip, png);
    case "screen":
      return filmedScreen(clip, png("moire"));
    case "cut-out": {
      const [first, last] = [Math.round((seconds * fps) / 3), Math.round((seconds * fps * 2) / 3)];
      const [a, b] = [first / fps, last / fps];
      const keep = (from: number, to: number) => `between(n,${from},${to - 1})`;
      const picture = `[0:v]select='${keep(0, first)}+gte(n,${last})',setpts=N/${fps}/TB[v]`;
      const heard = `[0:a]aselect='lt(t,${a})+gte(t,${b})',asetpts=N/SR/TB[a]`;
      const parts = [
        shared(clip, { toSec: a, sourceToSec: a }),
        shared(clip, { fromSec: a, toSec: a + seconds - b, sourceFromSec: b, sourceToSec: seconds }),
      ];
      return { graph: `${picture};${heard}`, size, seconds: a + seconds - b, picture: parts };
    }
    case "compilation":
      return compilation([clip, ...others], path, png("card"));
    case "picture-in-picture": {
      const [ground] = others;
      const w = even(640 * (width > height ? 0.42 : 0.26));
      const h = even((w * height) / width);
      const [x, y] = [640 - w - 16, 360 - h - 16];
      const graph = [
        `[1:v]scale=640:360:force_original_aspect_ratio=increase,crop=640:360,fps=${fps},trim=0:${seconds},setpts=PTS-STARTPTS[g]`,
        `[0:v]scale=${w}:${h}[p];[g][p]overlay=${x}:${y}:shortest=1[v];[1:a]anull,atrim=0:${seconds}[a]`,
      ].join(";");
      const inside = boxOf(x, y, w, h, 640, 360);
      // A ground that is shorter than what lies on it begins again.
      const grounds: SharedPart[] = [];
      for (let from = 0; from < seconds; from += ground.seconds) {
        const long = Math.min(ground.seconds, seconds - from);
        grounds.push(shared(ground, { fromSec: from, toSec: from + long, sourceToSec: long }));
      }
      return {
        inputs: ["-stream_loop", "-1", "-i", path(ground)],
        graph,
        size: [640, 360],
        picture: [
          shared(clip, { partOfCopy: inside }),
          ...grounds.map((part) => ({ ...part, partOfSource: filling(ground, 640, 360), covered: [inside] })),
        ],
        sound: grounds,
      };
    }
    case "re-dub": {
      const [other] = others;
      const both = Math.min(seconds, other.seconds);
      return {
        inputs: ["-i", path(other)],
        graph: `[0:v]null[v];[1:a]atrim=0:${seconds}[a]`,
        size,
        picture: [shared(clip)],
        sound: [shared(other, { toSec: both, sourceToSec: both })],
      };
    }
    case "re-post": {
      // What a channel does to what it takes: mirrored, cut close, scaled down, its sign in the corner.
      const [w, h] = [even(width * 0.92), even(height * 0.92)];
      const [x, y] = [Math.round((width - w) / 2), Math.round((height - h) / 2)];
      const to = [even(width * 0.7), even(height * 0.7)] as const;
      const logo = [even(to[0] * 0.2), even(to[1] * 0.11)] as const;
      await writeLogo(logo[0], logo[1], png(kind));
      const covered = [boxOf(8, 8, logo[0], logo[1], to[0], to[1])];
      const filter = `[0:v]crop=${w}:${h}:${x}:${y}:exact=1,hflip,scale=${to[0]}:${to[1]}[c];[c][1:v]overlay=8:8[v]`;
      const picture = [shared(clip, { mirrored: true, partOfSource: boxOf(x, y, w, h, width, height), covered })];
      return { inputs: ["-i", png(kind)], graph: `${filter};${sameSound}`, size: to, crf: 31, picture };
    }
  }
}

/** The part of a clip that is left when it fills a frame of another shape. */
function filling({ width, height }: Clip, w: number, h: number) {
  const scale = Math.max(w / width, h / height);
  const [seenW, seenH] = [w / scale, h / scale];
  return boxOf((width - seenW) / 2, (height - seenH) / 2, seenW, seenH, width, height);
}

/** A dark bar with other words every two seconds. */
async function subtitle(clip: Clip, png: (what: string) => string): Promise<Plan> {
  const { width, height, seconds } = clip;
  const tall = even(height * 0.15);
  const y = height - tall;
  const count = Math.ceil(seconds / 2);
  const inputs: string[] = [];
  let graph = "";
  for (let i = 0; i < count; i++) {
    await writeSubtitle(width, tall, i, png(`subtitle-${i}`));
    inputs.push("-i", png(`subtitle-${i}`));
    const from = i === 0 ? "0:v" : `s${i - 1}`;
    graph += `[${from}][${i + 1}:v]overlay=0:${y}:enable='between(t,${i * 2},${i * 2 + 1.999})'[s${i}];`;
  }
  const covered = [boxOf(0, y, width, tall, width, height)];
  return { inputs, graph: `${graph}[s${count - 1}]null[v];${sameSound}`, size: [width, height], picture: [shared(clip, { covered })] };
}

/** Seen at an angle, with a dark surround, the two rasters' moire, a flicker, a sensor's noise and a hand's shake; 30 frames a second. */
async function filmedScreen(clip: Clip, moire: string): Promise<Plan> {
  const { width, height } = clip;
  await writeMoire(width + 40, height + 40, clip.name, moire);
  const [w, h] = [even(width * 0.9), even(height * 0.9)];
  const corner = (x: string, y: string, i: number) => `x${i}='${x}+1.6*sin(in/${7 + i})':y${i}='${y}+1.3*cos(in/${6 + i})'`;
  const corners = [
    corner("W*0.035", "H*0.02", 0),
    corner("W*0.985", "H*0.045", 1),
    corner("W*0.01", "H*0.975", 2),
    corner("W*0.965", "H*0.94", 3),
  ].join(":");
  const graph = [
    `[0:v]fps=30,scale=${w}:${h},pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=0x1c1a18,perspective=${corners}:sense=destination:eval=frame[p]`,
    `[p][1:v]overlay=x='-20+9*sin(t*1.7)':y='-20+8*cos(t*1.3)'[m]`,
    `[m]eq=brightness='0.035*sin(2*PI*t*4.3)':contrast=1.08:saturation=0.85:eval=frame,noise=alls=16:allf=t,gblur=sigma=0.8[v]`,
    sameSound,
  ].join(";");
  const part = boxOf(width * 0.06, height * 0.06, width * 0.87, height * 0.87, width, height);
  return { inputs: ["-i", moire], graph, fps: 30, size: [width, height], crf: 28, picture: [shared(clip, { partOfCopy: part })] };
}

const INTRO_SEC = 2;

/** A card, then up to four seconds of each of three clips, all in one frame of 16:9. */
async function compilation(clips: readonly Clip[], path: (clip: Clip) => string, card: string): Promise<Plan> {
  await writeCard(640, 360, ["THIS WEEK", "IN PICTURES"], card);
  const fps = 25;
  const fit = "scale=640:360:force_original_aspect_ratio=decrease,pad=640:360:(ow-iw)/2:(oh-ih)/2,setsar=1";
  let graph = `[3:v]scale=640:360,setsar=1,fps=${fps},trim=0:${INTRO_SEC},format=yuv420p[v3];anullsrc=r=22050:cl=mono,atrim=0:${INTRO_SEC}[a3];`;
  const parts: SharedPart[] = [];
  let at = INTRO_SEC;
  clips.forEach((clip, i) => {
    const long = Math.min(4, Math.floor(clip.seconds - 1));
    const from = Math.min(1 + i, Math.floor(clip.seconds - long));
    graph += `[${i}:v]trim=${from}:${from + long},setpts=PTS-STARTPTS,fps=${fps},${fit},format=yuv420p[v${i}];`;
    graph += `[${i}:a]atrim=${from}:${from + long},asetpts=PTS-STARTPTS,aresample=22050[a${i}];`;
    const scale = Math.min(640 / clip.width, 360 / clip.height);
    const [w, h] = [clip.width * scale, clip.height * scale];
    const partOfCopy = boxOf((640 - w) / 2, (360 - h) / 2, w, h, 640, 360);
    parts.push(shared(clip, { fromSec: at, toSec: at + long, sourceFromSec: from, sourceToSec: from + long, partOfCopy }));
    at += long;
  });
  graph += "[v3][a3][v0][a0][v1][a1][v2][a2]concat=n=4:v=1:a=1[v][a]";
  const [, ...others] = clips;
  return {
    inputs: [...others.flatMap((clip) => ["-i", path(clip)]), "-loop", "1", "-t", String(INTRO_SEC), "-i", card],
    graph,
    fps,
    seconds: at,
    size: [640, 360],
    picture: parts,
  };
}
