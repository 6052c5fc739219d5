/** A million messages: taking them in beside jq, then searches, days and the map over HTTP beside FTS5 and plain SQL on the same texts. */
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../testing/needs.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, megabytes } from "./figure.ts";
import { characterOfRank, makeSearchExport, wordOfRank } from "./make-search-export.ts";
import { inTurns, median, timeShell } from "./measure.ts";
import { addExport, type ServedCase, serveCase } from "./program-case.ts";
import { openSearchPeer, type SearchPeer } from "./search-peer.ts";

/** Milliseconds, as asked for. */
const [searchLimit, countLimit] = [100, 30];
/** Megabytes. */
const memoryLimit = 500;
const rounds = 9;
const box = "west=22&south=44&east=40&north=52";

interface Question {
  readonly name: string;
  readonly path: string;
  readonly target: number;
  readonly beside: string;
  readonly peer: (peer: SearchPeer) => unknown;
}

const search = (name: string, words: string, beside: string, peer: Question["peer"], more = ""): Question => ({
  name: `search: ${name}, first 20 and all counts`,
  path: `/api/search?words=${encodeURIComponent(words)}${more}`,
  target: searchLimit,
  beside,
  peer,
});
const [bm25, look] = ["FTS5, best 20 by bm25, no counts", "plain SQL: a look at every text, newest 20, no counts"];

function questions(): Question[] {
  const [first, second, middle, rare] = [1, 2, 1000, 60_000].map(wordOfRank) as [string, string, string, string];
  const [han, hanNext] = [characterOfRank(1), characterOfRank(2)];
  return [
    search("the commonest word", first, bm25, (peer) => peer.words(first)),
    search(
      "the commonest word, posts of one year",
      first,
      bm25,
      (peer) => peer.words(first),
      "&in=post&from=2019-01-01T00:00:00Z&to=2019-12-31T23:59:59Z",
    ),
    search("a middling word", middle, bm25, (peer) => peer.words(middle)),
    search("a rare word", rare, bm25, (peer) => peer.words(rare)),
    search("two common words", `${first} ${second}`, bm25, (peer) => peer.words(`${first} ${second}`)),
    search("two common words in quotes", `"${first} ${second}"`, bm25, (peer) => peer.words(`"${first} ${second}"`)),
    search("one letter, inside words too", "o", look, (peer) => peer.part("o")),
    search("two letters, inside words too", "ор", look, (peer) => peer.part("ор")),
    search("three letters inside words", "tor", look, (peer) => peer.part("tor")),
    search("one Han character", han, look, (peer) => peer.part(han)),
    search("two Han characters", han + hanNext, look, (peer) => peer.part(han + hanNext)),
    {
      name: "days: how many were posted on each",
      path: "/api/search/histogram",
      target: countLimit,
      beside: "plain SQL: group by",
      peer: (peer) => peer.days(),
    },
    {
      name: "days: of those with the commonest word",
      path: `/api/search/histogram?words=${encodeURIComponent(first)}`,
      target: countLimit,
      beside: "plain SQL: group by, over all",
      peer: (peer) => peer.days(),
    },
    {
      name: "map: 64 x 64 cells",
      path: `/api/search/grid?${box}`,
      target: countLimit,
      beside: "plain SQL: group by",
      peer: (peer) => peer.grid(),
    },
    {
      name: "map: of those with the commonest word",
      path: `/api/search/grid?${box}&words=${encodeURIComponent(first)}`,
      target: countLimit,
      beside: "plain SQL: group by, over all",
      peer: (peer) => peer.grid(),
    },
  ];
}

interface Taken {
  readonly seconds: number;
  readonly peakBytes: number;
}

export async function searchFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const figures: Figure[] = [];
  const taken: Taken[] = [];
  const sizes = quick ? [10_000, 100_000] : [100_000, 1_000_000];
  for (const messages of sizes) {
    const [chat, kept, config] = [join(folder, `chat-${messages}`), join(folder, `case-${messages}`), join(folder, "config")];
    mkdirSync(chat);
    const file = join(chat, "result.json");
    say(`making an export of ${messages} messages`);
    makeSearchExport(file, messages);
    say("adding it");
    const { seconds, peaks } = await addExport(kept, chat, config);
    taken.push({ seconds, peakBytes: Math.max(peaks.main, peaks.child) });
    figures.push(...(await takingIn(file, messages, seconds, peaks)));
    if (messages === sizes.at(-1)) figures.push(...(await asked({ folder, kept, config, file, messages, say })));
    rmSync(kept, { recursive: true });
    rmSync(chat, { recursive: true });
  }
  const [small, large] = taken as [Taken, Taken];
  const times = (sizes[1] as number) / (sizes[0] as number);
  const growth = large.seconds / small.seconds;
  const detail = `${small.seconds.toFixed(1)} s and ${large.seconds.toFixed(1)} s; peak memory ${megabytes(small.peakBytes)} and ${megabytes(large.peakBytes)}, ratio ${(large.peakBytes / small.peakBytes).toFixed(2)}`;
  figures.push(
    figure(
      `taking in ${times} times as many messages takes so many times as long`,
      `${sizes[0]} messages`,
      growth,
      growth.toFixed(1),
      { atMost: times * 1.25 },
      detail,
    ),
  );
  return figures;
}

async function takingIn(file: string, messages: number, seconds: number, peaks: { main: number; child: number }): Promise<Figure[]> {
  const peak = Math.max(peaks.main, peaks.child) / 1e6;
  const memory = figure(
    `memory while ${messages} messages are taken in, program and reader`,
    "kernel's high-water mark",
    peak,
    `${megabytes(peaks.main)} and ${megabytes(peaks.child)}`,
    { atMost: memoryLimit },
    "VmHWM, asked every 100 ms",
  );
  if (findProgram("jq") === undefined) return [memory];
  const way = "jq -c '.messages[]'";
  const { wallS } = await timeShell(`${way} ${file} > ${file}.lines`, import.meta.dirname);
  const ratio = seconds / wallS;
  const detail = `${seconds.toFixed(1)} s against ${wallS.toFixed(1)} s; ${megabytes(statSync(file).size)}; ${(messages / seconds).toFixed(0)} messages a second`;
  const name = `take in ${messages} messages: kept, read, in tables, searchable`;
  return [figure(name, `\`${way}\`: parsed and printed only`, ratio, ratio.toFixed(2), undefined, detail), memory];
}

interface Asked {
  readonly folder: string;
  readonly kept: string;
  readonly config: string;
  readonly file: string;
  readonly messages: number;
  readonly say: BenchPlace["say"];
}

async function asked({ folder, kept, config, file, messages, say }: Asked): Promise<Figure[]> {
  if (findProgram("jq") === undefined)
    await timeShell(
      `node -e 'for (const m of JSON.parse(require("fs").readFileSync(process.argv[1])).messages) console.log(JSON.stringify(m))' ${file} > ${file}.lines`,
      folder,
    );
  say("the same in SQLite with FTS5");
  const peer = await openSearchPeer(join(folder, "peer.sqlite"), `${file}.lines`);
  say("serving it");
  const server = await serveCase(kept, config);
  try {
    const figures: Figure[] = [];
    const began = performance.now();
    await server.get("/api/search?words=first");
    const cold = performance.now() - began;
    for (const question of questions()) {
      say(question.name);
      figures.push(await answered(question, server, peer, messages));
    }
    const peak = server.peakBytes();
    if (peak !== undefined) {
      const detail = `VmHWM after all of these; the first search after the start took ${cold.toFixed(0)} ms, as the index is read and checked then`;
      figures.push(
        figure(
          `memory of the server, ${messages} messages`,
          "kernel's high-water mark",
          peak / 1e6,
          megabytes(peak),
          { atMost: memoryLimit },
          detail,
        ),
      );
    }
    return figures;
  } finally {
    server.stop();
    peer.close();
  }
}

async function answered(question: Question, server: ServedCase, peer: SearchPeer, messages: number): Promise<Figure> {
  const timed = async (work: () => unknown) => {
    const began = performance.now();
    await work();
    return { wallS: (performance.now() - began) / 1000, cpuS: NaN };
  };
  const first = await timed(() => server.get(question.path));
  await timed(() => question.peer(peer));
  const { ours, theirs } = await inTurns(
    rounds,
    () => timed(() => server.get(question.path)),
    () => timed(() => question.peer(peer)),
  );
  const ms = (took: typeof ours) => median(took.map(({ wallS }) => wallS * 1000));
  const [mine, other] = [ms(ours), ms(theirs)];
  const detail = `${mine.toFixed(1)} ms against ${other.toFixed(1)} ms, ratio ${(mine / other).toFixed(3)}; asked the first time ${(first.wallS * 1000).toFixed(1)} ms; ${rounds} rounds, ${messages} messages`;
  return figure(`${question.name}, over HTTP, ms`, question.beside, mine, mine.toFixed(1), { atMost: question.target }, detail);
}
