/**
 * Asks a reasoner and keeps what it was told and what it answered, as objects that a finding may cite. The answer is worked out here
 * and never taken from who asks: what stands in the case is what this version of the reasoner says.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { InferenceId, InferenceSort, InferenceState } from "../core/inference/inference.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { faultOfCiting } from "../core/event/bearing-rules.ts";
import type { EventId } from "../core/event/event.ts";
import { RecordName } from "../core/review/ground.ts";
import type { StatedOf } from "../core/place/place-statement.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { ProblemUnreadable } from "../reason/problem/problem-unreadable.ts";
import { citesIn } from "../reason/stale/cites-in.ts";
import { solvers } from "../reason/solver/solver.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, demandReason, refuseFault } from "./event-ports.ts";
import { demandCitable } from "./exhibit-ports.ts";
import { demandInference, type InferencePorts } from "./inference-ports.ts";
import { once } from "./once.ts";
import { createSealing } from "./sealing.ts";

export interface WantedInference {
  /** Absent for a new one. */
  readonly inference?: InferenceId | undefined;
  readonly sort: InferenceSort;
  readonly title: string;
  readonly about: StatedOf | null;
  readonly items: readonly ItemId[];
  /** As the command of the sort reads it. */
  readonly problem: unknown;
  /** Demanded where an inference is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming the field, ITEM_UNKNOWN. */
export async function keepInference(
  ports: InferencePorts,
  viewer: Viewer,
  wanted: WantedInference,
): Promise<{ id: InferenceId; seq: number; state: InferenceState }> {
  demand(viewer, "append");
  const { sort, about, items } = wanted;
  const thing = wanted.inference === undefined ? `new ${sort} inference` : `inference ${wanted.inference}`;
  if (wanted.title.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected a title in words; found none`);
  if (wanted.inference !== undefined) demandReason(thing, wanted.reason);
  await demandGrounds(ports, thing, wanted);
  const { problem, answer, holds } = solved(thing, sort, wanted.problem);
  await demandCited(ports, thing, sort, problem);
  const kept = await keepBoth(ports, problem, answer);
  const { opens, seal, sealOrNull } = createSealing(ports.writer);
  const state: InferenceState = holds ? "answered" : "unanswered";
  const data = {
    ...{ sort, about, items: [...items], ...kept, state },
    title: seal(wanted.title.trim()),
    solver: { name: sort, version: solvers[sort].version },
    reason: sealOrNull(wanted.reason.trim() || null),
  };
  let id: InferenceId = wanted.inference ?? "n1";
  const [line] = await ports.writer.append(async (numbers) => {
    // Asked again: while the answer was worked out, what it rests on may have been taken back.
    await demandGrounds(ports, thing, wanted);
    await demandCited(ports, thing, sort, problem);
    if (wanted.inference === undefined) id = numbers.next("n");
    return [{ kind: "inference.kept", data: { inference: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0, state };
}

/** What it is about and what it rests on, and the record that it changes. */
async function demandGrounds(ports: InferencePorts, thing: string, { inference, sort, about, items }: WantedInference): Promise<void> {
  if (inference !== undefined) {
    const held = await demandInference(ports, inference);
    if (held.sort !== sort) throw new CaseError("INPUT_INVALID", `${thing}: expected a ${held.sort} problem; found one of ${sort}`);
  }
  await demandItems(ports, about?.startsWith("i") === true ? [...items, about as ItemId] : items);
  if (about?.startsWith("e") !== true) return;
  await demandEvent(ports, about as EventId);
  for (const item of items) {
    const cited = `${thing}, ${item} for ${about}`;
    refuseFault(cited, faultOfCiting(await ports.known.bearings(item, about as EventId)));
    await demandCitable(ports, cited, item, about as EventId);
  }
}

/** What the problem names as its grounds must stand, and carry what it is cited for. */
async function demandCited({ inferences }: InferencePorts, thing: string, sort: InferenceSort, problem: Json): Promise<void> {
  const names = citesIn(problem).filter((name): name is RecordName => RecordName.safeParse(name).success);
  const faults = await inferences.citedFaults(sort, names);
  if (faults.length > 0) throw new CaseError("INPUT_INVALID", `${thing}: it cites ${faults.join("; ")}`);
}

function solved(thing: string, sort: InferenceSort, given: unknown): { problem: Json; answer: Json; holds: boolean } {
  const read = solvers[sort].problem.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CaseError("INPUT_INVALID", `${thing}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another shape"}`);
  }
  try {
    const { answer, holds } = solvers[sort].solve(read.data);
    return { problem: plain(read.data), answer: plain(answer), holds };
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", `${thing}: ${error.message}`, { cause: error });
  }
}

/** As JSON has it: members that are undefined are none. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** Both durable when this resolves. */
async function keepBoth({ vault }: InferencePorts, problem: Json, answer: Json): Promise<{ problem: Digest; answer: Digest }> {
  const stage = (value: Json) => vault.stage(once(encodeUtf8(`${canonicalJson(value)}\n`)));
  const staged = [await stage(problem), await stage(answer)] as const;
  await vault.commit(staged);
  return { problem: staged[0].digest, answer: staged[1].digest };
}
