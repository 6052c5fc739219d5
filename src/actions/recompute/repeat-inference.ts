/** Puts the problem that a line keeps to the reasoner again, and holds the answer against the kept one. */
import { decodeUtf8, encodeUtf8 } from "../../core/bytes/utf8.ts";
import type { EntryData } from "../../core/entry/entry.ts";
import { type Digest, digestOf } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import { ProblemUnreadable } from "../../reason/problem/problem-unreadable.ts";
import { solvers } from "../../reason/solver/solver.ts";
import { engineTolerance, jsonDifference } from "./close-enough.ts";
import { cannot, notHeld, type RecomputePorts, type Repeated, same } from "./recompute-ports.ts";

const mostBytes = 64 * 1024 * 1024;

export async function repeatInference(
  ports: RecomputePorts,
  { sort, problem, answer, solver, state }: EntryData<"inference.kept">,
  erased: ReadonlySet<Digest>,
): Promise<Repeated> {
  const { version } = solvers[sort];
  if (solver.version !== version) return cannot(`answered by version ${solver.version} of the reasoner; here is version ${version}`);
  const missing = await notHeld(ports, [problem], erased);
  if (missing !== undefined) return cannot(missing);
  const asked = await jsonOf(ports, problem);
  const read = solvers[sort].problem.safeParse(asked);
  if (!read.success) return { outcome: "differs", why: "the problem: expected one that the reasoner reads; found another shape" };
  let found: Json;
  let holds: boolean;
  try {
    const solved = solvers[sort].solve(read.data);
    holds = solved.holds;
    found = JSON.parse(JSON.stringify(solved.answer)) as Json;
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    return { outcome: "differs", why: "the problem: expected one that the reasoner reads; found that it refuses it" };
  }
  if ((holds ? "answered" : "unanswered") !== state)
    return { outcome: "differs", why: `expected a problem that is ${state}; found that it is ${holds ? "answered" : "unanswered"}` };
  const digest = digestOf(ports.sha256(encodeUtf8(`${canonicalJson(found)}\n`)));
  if (digest === answer) return same;
  const why = `the answer: expected ${answer}; found ${digest}`;
  if ((await ports.held(answer)) !== "held") return { outcome: "differs", why: `${why}; the kept answer is not here to compare further` };
  const kept = await jsonOf(ports, answer);
  if (kept === undefined) return { outcome: "differs", why: `${why}: the kept answer is no JSON` };
  const at = jsonDifference(kept, found, engineTolerance, "the answer");
  return at === undefined
    ? { outcome: "within-tolerance", why: "numbers differ in their last digits" }
    : { outcome: "differs", why: `${why}: they differ at ${at}` };
}

async function jsonOf(ports: RecomputePorts, object: Digest): Promise<Json | undefined> {
  const bytes = await ports.readFile(ports.pathOf(object), mostBytes);
  const text = bytes === undefined ? undefined : decodeUtf8(bytes);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}
