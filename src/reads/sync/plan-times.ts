/**
 * Absolute times of recordings, from what people stated of the items and from kept answers of the time reasoner about them. Nobody
 * says which moment of a recording a stated time is of: so its end is not before, and its start not after. Times of posting, and
 * dates of files, say only that it was filmed before; of a kept answer only what it calls filming counts.
 */
import { z } from "zod";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TimeClaim, TimeMeaning } from "../../core/time/time-claim.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import type { SyncProblem } from "../../reason/sync/sync-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { listStatements, type TimeStatement } from "../list-statements.ts";
import { filmingEvent } from "./filming-event.ts";
import type { LeftOutOfPlan } from "./sync-rows.ts";

type ClipTime = NonNullable<SyncProblem["times"]>[number];

export interface PlanTimes {
  readonly times: readonly ClipTime[];
  readonly leftOut: readonly LeftOutOfPlan[];
}

interface Span {
  readonly item: ItemId;
  readonly startS: number;
  readonly endS: number;
}

/** Of what a stated time says when filming was; all others only say that something was out, sent or written by then. */
const ofFilming: ReadonlySet<TimeMeaning> = new Set(["recorded", "gps", "stated"]);

export async function planTimes(reader: CaseReader, clips: readonly Span[]): Promise<PlanTimes> {
  const byItem = new Map<string, Span>(clips.map((clip) => [clip.item, clip]));
  const times: ClipTime[] = [];
  const leftOut: LeftOutOfPlan[] = [];
  const { times: statements } = await listStatements(reader);
  for (const statement of statements) {
    const clip = byItem.get(statement.about);
    if (clip === undefined || statement.standing !== "stated") continue;
    const fault = faultOf(statement.claim);
    if (fault !== undefined) leftOut.push({ what: "time", of: statement.id, why: fault });
    else times.push(...ofStatement(clip, statement.id, statement.claim as TimeClaim));
  }
  const planned = await keptPlans(reader);
  for (const kept of await keptTimes(reader)) {
    const clip = byItem.get(kept.about);
    if (clip === undefined) continue;
    const found = await windowOf(reader, kept, planned);
    if (typeof found === "string") leftOut.push({ what: "time", of: kept.id, why: found });
    else times.push(...bounds(clip, kept.id, found, "kept answer of the time reasoner", "filming"));
  }
  return { times, leftOut };
}

function faultOf(claim: TimeStatement["claim"]): string | undefined {
  if (claim === "withheld") return "this copy does not say it";
  return claim.zone.state === "unknown" ? "nobody says in which zone it is" : undefined;
}

function ofStatement(clip: Span, id: string, { earliest, latest, means, basis, verbatim }: TimeClaim): ClipTime[] {
  return bounds(clip, id, { notBefore: earliest, notAfter: latest }, `${basis}: ${verbatim}`, ofFilming.has(means) ? "filming" : "out");
}

interface Limits {
  readonly notBefore?: string;
  readonly notAfter?: string;
}

function bounds(
  { item, startS, endS }: Span,
  id: string,
  { notBefore, notAfter }: Limits,
  basis: string,
  says: "filming" | "out",
): ClipTime[] {
  const common = { clip: item, basis: basis.slice(0, 2000), cites: [id] };
  if (says === "out") return notAfter === undefined ? [] : [{ ...common, id, atS: endS, notAfter }];
  return [
    ...(notBefore === undefined ? [] : [{ ...common, id: `${id} end`, atS: endS, notBefore }]),
    ...(notAfter === undefined ? [] : [{ ...common, id: `${id} start`, atS: startS, notAfter }]),
  ];
}

interface KeptTime {
  readonly id: string;
  readonly about: ItemId;
  readonly problem: Digest;
  readonly answer: Digest;
}

/** Withdrawn ones too: what was worked out from them stands as it was. */
async function keptPlans({ views: { db } }: CaseReader): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("inference").select("id").where("sort", "=", "sync").execute();
  return new Set(rows.map(({ id }) => `n${id}`));
}

async function keptTimes({ views: { db } }: CaseReader): Promise<KeptTime[]> {
  const rows = await db
    .selectFrom("inference")
    .select(["id", "about", "problem", "answer"])
    .where("sort", "=", "time")
    .where("state", "=", "answered")
    .where("withdrawn", "is", null)
    .where("about", "like", "i%")
    .orderBy("id")
    .execute();
  return rows.map(({ id, about, problem, answer }) => ({
    ...{ id: `n${id}`, about: about as ItemId },
    ...{ problem: problem as Digest, answer: answer as Digest },
  }));
}

/** Of an answer of the time reasoner, what is asked for here. */
const Answered = z.looseObject({
  consistent: z.literal(true),
  windows: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  open: z.record(z.string(), z.array(z.enum(["earlier", "later"]))),
});

/** From the first to the last moment that is left; or why there is none. */
async function windowOf(
  reader: CaseReader,
  { about: item, problem, answer }: KeptTime,
  planned: ReadonlySet<string>,
): Promise<Limits | string> {
  if (!(await reader.vault.has(problem)) || !(await reader.vault.has(answer))) return "this copy does not hold it";
  const asked = TimeProblem.safeParse(await readJson(reader.vault, problem)).data;
  const said = Answered.safeParse(await readJson(reader.vault, answer)).data;
  if (asked === undefined || said === undefined) return "it is open in which zone it is, or it leaves nothing";
  const filming = filmingEvent(asked, item, planned);
  if ("why" in filming) return filming.why;
  const { event } = filming;
  const windows = said.windows[event] ?? [];
  const [first, last] = [windows[0], windows.at(-1)];
  if (first === undefined || last === undefined) return "it leaves nothing";
  const open = said.open[event] ?? [];
  return {
    ...(open.includes("earlier") ? {} : { notBefore: first[0] }),
    ...(open.includes("later") ? {} : { notAfter: last[1] }),
  };
}
