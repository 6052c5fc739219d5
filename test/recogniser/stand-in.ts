/**
 * Stands in for a speech recogniser: takes whisper.cpp's words, reads the WAV that it is given, and behaves as the first word of its
 * "model" file asks. It writes words where the sound is loud, or where none are.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface StandIn {
  readonly program: string;
  readonly model: string;
  behave(how: string, detail?: string): void;
}

export function writeStandIn(folder: string): StandIn {
  const program = join(folder, "stand in whisper-cli");
  const model = join(folder, "ggml-stand-in.bin");
  writeFileSync(program, source, { mode: 0o755 });
  const behave = (how: string, detail = "") => writeFileSync(model, `${how}\n${detail}\n`);
  behave("honest");
  return { program, model, behave };
}

/** Processes of this machine whose command line has the word, whatever number they have where they were started. */
export function runningWith(word: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
      } catch {
        return false;
      }
    })
    .map(Number);
}

const source = `#!/usr/bin/env node
const fs = require("node:fs");
const { spawn } = require("node:child_process");
const args = process.argv.slice(2);
if (args[0] === "--version") { console.log("stand-in 1.2"); process.exit(0); }
const after = (flag) => args[args.indexOf(flag) + 1];
const [how, detail] = fs.readFileSync(after("-m"), "utf8").split("\\n");
const wav = fs.readFileSync(after("-f"));
if (wav.toString("latin1", 0, 4) !== "RIFF" || wav.readUInt32LE(24) !== 16000 || wav.readUInt16LE(22) !== 1) process.exit(9);
const out = after("-of") + ".json";
const samples = (wav.length - 44) / 2;
const lengthMs = samples / 16;
const loud = [];
for (let n = 0; n + 1600 <= samples; n += 1600) {
  let sum = 0;
  for (let m = n; m < n + 1600; m++) sum += (wav.readInt16LE(44 + 2 * m) / 32768) ** 2;
  if (Math.sqrt(sum / 1600) < 0.01) continue;
  const at = n / 16;
  const last = loud.at(-1);
  if (last !== undefined && at - last.to < 600) last.to = at + 100;
  else loud.push({ from: at, to: at + 100 });
}
const segment = (from, to, text, p = 0.9) => ({ offsets: { from, to }, text, tokens: [{ text: text, offsets: { from, to }, id: 1, p }] });
const write = (transcription, more = {}) =>
  fs.writeFileSync(out, JSON.stringify({ result: { language: after("-l") === "auto" ? "en" : after("-l") }, transcription, ...more }));
const honest = () => loud.map(({ from, to }, n) => segment(from, to, " spoken " + (n + 1)));
const every = () => Array.from({ length: Math.floor(lengthMs / 2000) }, (_, n) => segment(n * 2000, n * 2000 + 2000, " Thank you for watching " + n, 0.99));
const strange = [segment(-90000, -80000, " before"), segment(3000, 2000, " backwards"), segment(lengthMs + 500, lengthMs + 9000, " after"), segment(lengthMs - 200, lengthMs + 40000, " over the end")];
if (detail !== "" && !["link", "network", "hang", "leaves"].includes(how)) fs.appendFileSync(detail, Math.round(lengthMs) + "\\n");
if (how === "honest") write(honest());
else if (how === "everywhere") write(every());
else if (how === "anytime") write([...every(), ...strange]);
else if (how === "silent") write([]);
else if (how === "loop") write([segment(loud[0].from, loud[0].to, " so it goes" .repeat(9))]);
else if (how === "crash") { console.error("error: failed to load the model"); process.exit(3); }
else if (how === "link") fs.symlinkSync(detail, out);
else if (how === "leaves") {
  const seconds = "600." + process.hrtime.bigint();
  spawn("sleep", [seconds], { stdio: "inherit", detached: true }).unref();
  fs.writeFileSync(detail, seconds);
  write([]);
  setTimeout(() => process.exit(0), 50);
} else if (how === "huge") fs.writeFileSync(out, Buffer.alloc((32 << 20) + 1, 32));
else if (how === "translated") write(honest(), { params: { translate: true } });
else if (how === "environment") { fs.writeFileSync(out, JSON.stringify({ env: Object.keys(process.env), home: fs.readdirSync(process.env.HOME), args })); }
else if (how === "network") {
  const socket = require("node:net").connect(Number(fs.readFileSync(after("-m"), "utf8").split("\\n")[1]), "127.0.0.1");
  socket.on("connect", () => { write([segment(loud[0].from, loud[0].to, " reached")]); process.exit(0); });
  socket.on("error", () => { write([segment(loud[0].from, loud[0].to, " cut off")]); process.exit(0); });
} else if (how === "gigabyte") { const line = Buffer.alloc(1 << 20, 120); (function more() { while (process.stdout.write(line)); process.stdout.once("drain", more); })(); }
else if (how === "hang") {
  const seconds = "600." + process.hrtime.bigint();
  spawn("sleep", [seconds], { stdio: "ignore" });
  fs.writeFileSync(detail, seconds + "\\n");
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1000);
} else if (how === "second-fails") { if (fs.readFileSync(detail, "utf8").trim().split("\\n").length === 2) process.exit(5); write(honest()); }
`;
