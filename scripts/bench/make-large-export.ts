/** A Telegram Desktop export of any number of messages, always the same for the same number, written as it is made. Synthetic. */
import { closeSync, openSync, writeSync } from "node:fs";

/** As many different runs of three letters as people write: the index of the search is made of them. */
const syllables = [
  "ba be bo ca da de do fa fo ga go ha ka la le lo ma mi mo na ne no pa po ra re ri ro sa se si so ta te ti to tra ven stor mark".split(
    " ",
  ),
  "ба ве га да жи за ка ла ле лі ма ми на не ні но пла по ра ри ро са се си ста та ти то три хо ча ши що ю ять ий ого ому ться".split(" "),
];
const words = syllables.flatMap((list) =>
  list.flatMap((a) => list.flatMap((b) => [a + b, a + b + list[(a.length * 7 + b.length) % list.length]])),
);
const channel = "Ostrel Today";
const notIncluded = "(File not included. Change data exporting settings to download.)";

/** A word that stands in the last message alone. */
export const lastWord = "zzyzxlast";

/** Every fifth message has a photo that the export does not hold. */
export function missingMedia(messages: number): number {
  return Math.floor(messages / 5);
}

export function makeLargeExport(path: string, messages: number): void {
  const file = openSync(path, "w");
  let random = 2463534242;
  const next = (below: number) => {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return (random >>> 0) % below;
  };
  let lines = [`{\n "name": "${channel}",\n "type": "public_channel",\n "id": 1000000001,\n "messages": [`];
  for (let id = 1; id <= messages; id++) {
    const text = Array.from({ length: 10 + next(50) }, () => words[next(words.length)]);
    if (id === messages) text.push(lastWord);
    const seconds = 1_600_000_000 + id * 60;
    const message = {
      id,
      type: "message",
      date: new Date(seconds * 1000).toISOString().slice(0, 19),
      date_unixtime: String(seconds),
      from: channel,
      from_id: "channel1000000001",
      ...(id % 5 === 0 ? { photo: notIncluded, width: 1280, height: 720 } : {}),
      ...(id % 7 === 0 ? { forwarded_from: "Someone Else" } : {}),
      text: [`${text.slice(5).join(" ")} `, { type: "bold", text: text.slice(0, 5).join(" ") }],
      text_entities: [
        { type: "plain", text: `${text.slice(5).join(" ")} ` },
        { type: "bold", text: text.slice(0, 5).join(" ") },
      ],
    };
    lines.push(`${id === 1 ? "" : ","}\n${JSON.stringify(message, null, 1).replaceAll(/^/gm, "  ")}`);
    if (lines.length < 2000) continue;
    writeSync(file, lines.join(""));
    lines = [];
  }
  writeSync(file, `${lines.join("")}\n ]\n}`);
  closeSync(file);
}
