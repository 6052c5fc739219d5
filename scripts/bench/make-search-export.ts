/**
 * A Telegram Desktop export for the figures of search, always the same for the same number: words as often as words are
 * (Zipf), two alphabets, every tenth message in Han characters too, each with a position. Synthetic.
 */
import { closeSync, openSync, writeSync } from "node:fs";

const syllables = [
  "ba be bo ca da de do fa fo ga go ha ka la le lo ma mi mo na ne no pa po ra re ri ro sa se si so ta te ti to tra ven stor mark".split(
    " ",
  ),
  "ба ве га да жи за ка ла ле лі ма ми на не ні но пла по ра ри ро са се си ста та ти то три хо ча ши що ю ять ий ого ому ться".split(" "),
];
/** Some 100,000, the commonest first: both alphabets all the way down. */
const words = Array.from({ length: 50_000 }, (_, i) => syllables.map((list) => wordAt(list, i))).flat();
const characters = Array.from({ length: 2000 }, (_, i) => String.fromCharCode(0x4e00 + i * 7));

function wordAt(list: readonly string[], i: number): string {
  const a = list[i % list.length] ?? "";
  const b = list[Math.floor(i / list.length) % list.length] ?? "";
  const c = list[Math.floor(i / list.length ** 2) % list.length] ?? "";
  return i < list.length ? a : i < list.length ** 2 ? a + b : a + b + c;
}

/** Words of the export by their rank, 1 the commonest. */
export const wordOfRank = (rank: number): string => words[rank - 1] ?? "";
export const characterOfRank = (rank: number): string => characters[rank - 1] ?? "";

/** Draws of ranks below `count` with a chance of 1/rank, by the sums up to each. */
function zipf(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  for (let sum = 0, i = 0; i < count; i++) sums[i] = sum += 1 / (i + 1);
  const all = sums[count - 1] as number;
  return () => {
    const wanted = random() * all;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export function makeSearchExport(path: string, messages: number): void {
  const file = openSync(path, "w");
  let state = 2463534242;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const nextWord = zipf(words.length, random);
  const nextCharacter = zipf(characters.length, random);
  const channel = "Ostrel Today";
  let lines = [`{\n "name": "${channel}",\n "type": "public_channel",\n "id": 1000000001,\n "messages": [`];
  for (let id = 1; id <= messages; id++) {
    const text = Array.from({ length: 15 + Math.floor(random() * 20) }, () => words[nextWord()]);
    if (id % 10 === 0) text.push(Array.from({ length: 20 }, () => characters[nextCharacter()]).join(""));
    // 100,000 messages and 1,000,000 stand over the same five years or so.
    const seconds = 1_500_000_000 + Math.floor((id * 150_000_000) / messages);
    const message = {
      id,
      type: "message",
      date: new Date(seconds * 1000).toISOString().slice(0, 19),
      date_unixtime: String(seconds),
      from: channel,
      from_id: "channel1000000001",
      location_information: { latitude: 44 + random() * 8, longitude: 22 + random() * 18 },
      text: text.join(" "),
      text_entities: [{ type: "plain", text: text.join(" ") }],
    };
    lines.push(`${id === 1 ? "" : ","}\n${JSON.stringify(message, null, 1).replaceAll(/^/gm, "  ")}`);
    if (lines.length < 2000) continue;
    writeSync(file, lines.join(""));
    lines = [];
  }
  writeSync(file, `${lines.join("")}\n ]\n}`);
  closeSync(file);
}
