/** Copies among invented posts: Zipf words, a fifth of them copies with up to three changes. Prints times and memory as one line of JSON. */
import { createTextGatherer } from "../../src/reason/text-copies/gather-texts.ts";
import { joinTexts } from "../../src/reason/text-copies/find-copies.ts";
import { randomStream } from "../sample/random.ts";

const count = Number(process.argv[2] ?? 100_000);
const random = randomStream(0, "text-copies");
const vocabulary = 60_000;

const wordOf = () => {
  const rank = Math.floor(Math.exp(random() * Math.log(vocabulary)));
  return `${"bcdfghklmnprst"[rank % 14]}${"aeiou"[rank % 5]}${rank.toString(36)}`;
};

function makePosts(): string[] {
  const posts: string[] = [];
  for (let n = 0; n < count; n += 1) {
    if (n > 10 && random() < 0.2) {
      const words = (posts[Math.floor(random() * n)] as string).split(" ");
      for (let change = Math.floor(random() * 4); change > 0; change -= 1) words[Math.floor(random() * words.length)] = wordOf();
      posts.push(words.join(" "));
    } else posts.push(Array.from({ length: 10 + Math.floor(random() * 30) }, wordOf).join(" "));
  }
  return posts;
}

const posts = makePosts();
const before = process.memoryUsage.rss();
const began = performance.now();
const gatherer = createTextGatherer(7);
for (const post of posts) gatherer.learn(post);
for (const post of posts) gatherer.keep(post);
const texts = gatherer.finish();
const gathered = performance.now();
const steps = joinTexts(texts);
let longest = 0;
let last = performance.now();
let step = steps.next();
for (; step.done !== true; step = steps.next()) {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}
const { components, inside } = step.value;
const groups = Map.groupBy(texts.sizes.keys(), (text) => components.find(text));
const joinedTexts = [...groups.values()].filter((group) => group.length > 1).reduce((sum, group) => sum + group.length, 0);
process.stdout.write(
  `${JSON.stringify({
    posts: count,
    different: texts.sizes.length,
    sharedFeatures: texts.shared.length,
    joinedTexts,
    inside: inside.holders.size,
    gatherSec: Number(((gathered - began) / 1000).toFixed(2)),
    joinSec: Number(((performance.now() - gathered) / 1000).toFixed(2)),
    longestStepMs: Math.round(longest),
    cpuSec: Number((process.cpuUsage().user / 1e6).toFixed(1)),
    moreMemoryMb: Math.round((process.memoryUsage.rss() - before) / 1e6),
  })}\n`,
);
