/** The child that reads one layer: opens its file, answers questions a line at a time, and ends when nobody asks any more. */
import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import type { LayerPicture } from "../../core/map-layer/map-layer.port.ts";
import { endWithParent } from "../end-with-parent.ts";
import { LayerOpening, LayerQuestion, type LayerReply } from "./layer-contract.ts";
import { LayerRefused, type LayerSource } from "./layer-source.ts";
import { openLayer } from "./open-layer.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const say = (reply: LayerReply) => void process.stdout.write(`${JSON.stringify(reply)}\n`);

let source: Promise<LayerSource> | undefined;
let opening: LayerOpening | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  if (opening === undefined) {
    opening = LayerOpening.parse(JSON.parse(line));
    endWithParent(opening.parent, opening.folder);
    source = openLayer(opening.file, opening.pyramid, opening.corners);
    source.catch(() => undefined);
    continue;
  }
  const question = LayerQuestion.parse(JSON.parse(line));
  say(await answer(question));
}
// A file that is held open keeps nothing alive.
process.exit(0);

async function answer(question: LayerQuestion): Promise<LayerReply> {
  const { n } = question;
  try {
    const layer = await (source as Promise<LayerSource>);
    switch (question.ask) {
      case "facts":
        return { n, state: "facts", facts: layer.facts };
      case "prepare":
        return { n, state: "prepared", made: await layer.prepare(question.to) };
      case "picture":
        return { n, state: "picture", picture: inText(await layer.picture()) };
      case "tile": {
        const tile = await layer.tile(question);
        return tile.state === "picture" ? { n, state: "picture", picture: inText(tile.picture) } : { n, ...tile };
      }
    }
  } catch (error) {
    if (error instanceof LayerRefused) return { n, state: "refused", message: error.message };
    throw error;
  }
}

function inText({ mediaType, bytes }: LayerPicture) {
  return { mediaType, base64: Buffer.from(bytes).toString("base64") };
}
