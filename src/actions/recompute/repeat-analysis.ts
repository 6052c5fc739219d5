/** Runs an analyser again on the object that a line names, and holds what it answers against what the line says it answered. */
import type { AnalysisAnswer } from "../../core/analysis/analysis.ts";
import { decodeUtf8, encodeUtf8 } from "../../core/bytes/utf8.ts";
import { type Digest, digestOf } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import { memberBytesFileName } from "../../core/unpacking/member.ts";
import {
  decoderTolerance,
  engineTolerance,
  framePrintsDifference,
  jsonDifference,
  samePrints,
  soundPrintsDifference,
} from "./close-enough.ts";
import { cannot, notHeld, type RecomputeControl, type RecomputePorts, type Repeated, same } from "./recompute-ports.ts";
import type { RecordedAnalysis } from "./recorded-results.ts";

/** Failures that say something of the machine and nothing of the bytes. */
const ofTheMachine: ReadonlySet<string> = new Set([
  ...["time-limit", "memory-limit", "output-limit", "crashed", "program-missing", "object-missing"],
]);
/** A result with more bytes is compared byte for byte only. */
const mostComparedBytes = 64 * 1024 * 1024;

/** Undefined when it was stopped. */
export async function repeatAnalysis(
  ports: RecomputePorts,
  analysis: RecordedAnalysis,
  erased: ReadonlySet<Digest>,
  { signal }: RecomputeControl,
): Promise<Repeated | undefined> {
  const { ground, nameHint } = analysis;
  const version = ports.runner.versionOf(ground.analyser);
  if (version !== ground.version) return cannot(`made by version ${ground.version} of the analyser; here is version ${version}`);
  const [object, ...others] = ground.inputs;
  if (object === undefined || others.length > 0)
    return cannot(`expected one object that it was made of; found ${ground.inputs.length} named`);
  const missing = await notHeld(ports, [object], erased);
  if (missing !== undefined) return cannot(missing);
  const request = {
    ...{ analyser: ground.analyser, object, path: ports.pathOf(object) },
    ...{ nameHint: nameHint ?? "", parameters: ground.parameters },
  };
  return ports.runner.run(request, { signal, onProgress: () => undefined }, async (answer) =>
    signal.aborted ? undefined : compared(ports, analysis, answer),
  );
}

async function compared(ports: RecomputePorts, recorded: RecordedAnalysis, answer: AnalysisAnswer): Promise<Repeated> {
  const { outcome } = recorded;
  if (answer.state === "failed") {
    if (outcome.state === "failed" && outcome.failure.code === answer.failure.code) return same;
    if (ofTheMachine.has(answer.failure.code)) return cannot(`here it ended with: ${answer.failure.message}`);
    const expected = outcome.state === "failed" ? `the failure "${outcome.failure.code}"` : "a result";
    return judged(recorded, answer, `expected ${expected}; found the failure "${answer.failure.code}"`);
  }
  if (outcome.state === "failed") {
    const why = `expected the failure "${outcome.failure.code}"; found a result`;
    if (ofTheMachine.has(outcome.failure.code)) return { outcome: "other", why: `${why}: what stopped it then is not here` };
    return judged(recorded, answer, why);
  }
  const made = await digestsOf(ports, answer);
  const differing = [...new Set([...made.keys(), ...outcome.files.map(({ name }) => name), ""])].filter(
    (name) => made.get(name)?.digest !== (name === "" ? outcome.result : outcome.files.find((file) => file.name === name)?.object),
  );
  if (differing.length === 0) return same;
  const otherDecoder = answer.ground.decoder !== recorded.ground.decoder;
  for (const name of differing) {
    const [expected, found] = [name === "" ? outcome.result : outcome.files.find((file) => file.name === name)?.object, made.get(name)];
    const what = name === "" ? "the result" : name;
    if (expected === undefined || found === undefined)
      return judged(
        recorded,
        answer,
        `${what}: expected ${expected === undefined ? "none" : "one"}; found ${found === undefined ? "none" : "one"}`,
      );
    const difference = await differenceOf(ports, { name, expected, found, otherDecoder });
    if (difference !== undefined) return judged(recorded, answer, `${what}: expected ${expected}; found ${found.digest}: ${difference}`);
  }
  return { outcome: "within-tolerance", why: `other bytes that say the same${otherDecoder ? `; ${decodersOf(recorded, answer)}` : ""}` };
}

interface Made {
  readonly digest: Digest;
  /** Absent for the result itself. */
  readonly path?: string;
  readonly result?: Json;
}

/** By file name; "" is the result itself. */
async function digestsOf(ports: RecomputePorts, answer: Extract<AnalysisAnswer, { state: "done" }>): Promise<ReadonlyMap<string, Made>> {
  const bytes = encodeUtf8(`${canonicalJson(answer.result)}\n`);
  const found = new Map<string, Made>([["", { digest: digestOf(ports.sha256(bytes)), result: answer.result }]]);
  for (const { name, path } of answer.files) {
    // Members became items; what carried them was not kept.
    if (name !== memberBytesFileName) found.set(name, { digest: await ports.digestOfFile(path), path });
  }
  return found;
}

interface Differing {
  readonly name: string;
  readonly expected: Digest;
  readonly found: Made;
  readonly otherDecoder: boolean;
}

/** In words; undefined when it is within tolerance. */
async function differenceOf(ports: RecomputePorts, { name, expected, found, otherDecoder }: Differing): Promise<string | undefined> {
  if ((await ports.held(expected)) !== "held") return "the recorded bytes are not here to compare further";
  const path = ports.pathOf(expected);
  try {
    if (name.endsWith(".prints")) return printsDifference(ports, path, found.path as string, { name, otherDecoder });
    if (name !== "" && !name.endsWith(".json")) return "other bytes";
    const recorded = await jsonOf(ports, path);
    const repeated = found.result ?? (await jsonOf(ports, found.path as string));
    if (recorded === undefined || repeated === undefined) return "other bytes, too many to compare further";
    const at = jsonDifference(recorded, repeated, otherDecoder ? decoderTolerance : engineTolerance);
    return at === undefined ? undefined : `they differ at ${placeOf(at)}`;
  } catch {
    return "what is recorded is no result of this analyser";
  }
}

function printsDifference(
  { prints }: RecomputePorts,
  recorded: string,
  repeated: string,
  { name, otherDecoder }: { name: string; otherDecoder: boolean },
): string | undefined {
  if (!name.startsWith("frames")) {
    return otherDecoder ? soundPrintsDifference(prints.sound(recorded), prints.sound(repeated)) : "other bytes";
  }
  const [a, b] = [prints.frames(recorded), prints.frames(repeated)];
  const difference = framePrintsDifference(a, b);
  if (difference !== undefined || otherDecoder || samePrints(a, b)) return difference;
  return "the same hashes, and something else of them differs";
}

async function jsonOf(ports: RecomputePorts, path: string): Promise<Json | undefined> {
  const bytes = await ports.readFile(path, mostComparedBytes);
  return bytes === undefined ? undefined : (JSON.parse(decodeUtf8(bytes) ?? "") as Json);
}

/** Names of members may be words of the material where a result is a table by name: only its own vocabulary is repeated. */
function placeOf(at: string): string {
  return at
    .split(".")
    .map((part) => (/^[A-Za-z0-9 -]{1,40}$/.test(part) ? part : "…"))
    .join(".");
}

function judged({ ground, nameHint }: RecordedAnalysis, answer: AnalysisAnswer, why: string): Repeated {
  if (answer.ground.decoder !== ground.decoder) return { outcome: "other", why: `${why}. ${decodersOf({ ground }, answer)}` };
  if (nameHint === undefined) return { outcome: "other", why: `${why}. The analyser is told the name of the item, which is withheld here` };
  return { outcome: "differs", why };
}

function decodersOf({ ground }: Pick<RecordedAnalysis, "ground">, answer: AnalysisAnswer): string {
  return `recorded with ${ground.decoder}, repeated with ${answer.ground.decoder}`;
}
