/** Everything the bench shows of one item. */
import { type AnalyserName, type AnalysisFailure, isCitable, readerNames } from "../core/analysis/analysis.ts";
import { analysersAfterProbe } from "../core/analysis/analysis-plan.ts";
import { ProbeResult } from "../core/analysis/probe-result.ts";
import { Reading } from "../core/analysis/reading-result.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import { saidByName } from "../core/file-name/said-by-name.ts";
import { voiceNoteStatements } from "../core/file-name/voice-note.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId, ObservationTarget } from "../core/observation/observation.ts";
import type { Trap } from "../core/trap/trap.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CaseReader, readJson } from "./case-reader.ts";
import { type ItemRow, itemRows } from "./item-row.ts";
import { containerMembers } from "./container-members.ts";
import { itemPosts } from "./item-posts.ts";
import { itemProvenance } from "./item-provenance.ts";

type Analysis = {
  analyser: string;
  version: string;
  decoder: string;
  state: ItemRow["analysis"];
  failure?: AnalysisFailure;
  seq?: number;
};

/** Faults that the answer carries; the result object has them all. */
const mostFaults = 100;

/** Throws CaseError ITEM_UNKNOWN. */
export async function getItem(reader: CaseReader, viewer: Viewer, id: ItemId) {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const table = await db.selectFrom("item").selectAll().where("number", "=", number).executeTakeFirst();
  if (table === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected an item of this case; found none of that number`);
  const [row] = (await itemRows(reader, [table])) as [ItemRow];
  const analyses = await db.selectFrom("analysis").selectAll().where("item", "=", number).orderBy("seq").execute();
  const results = new Map<string, unknown>();
  for (const { analyser, state, result } of analyses) {
    if (state === "done" && result !== null) results.set(analyser, await readJson(reader.vault, result as Digest));
  }
  const probe = results.has("probe") ? ProbeResult.parse(results.get("probe")) : undefined;
  const readings = readerNames.flatMap((name) => (results.has(name) ? [Reading.parse(results.get(name))] : []));
  const article = readings.find((reading) => reading.kind === "article")?.article;
  const sheet = readings.find((reading) => reading.kind === "sheet");
  const container = readings.find((reading) => reading.kind === "container");
  const lines: Analysis[] = analyses.map(({ analyser, version, decoder, state, failure_json, seq }) => ({
    analyser,
    version,
    decoder,
    state,
    ...(failure_json === null ? {} : { failure: JSON.parse(failure_json) as AnalysisFailure }),
    seq,
  }));
  const derived =
    table.object === null || table.held === 0 || probe === undefined ? [] : await derivedAnalyses(reader, table.object as Digest, table);
  const ready = new Set(derived.filter((line) => line.state === "done").map((line) => line.analyser));
  const proxy = derived.find((line) => line.analyser === "proxy");
  const notes = await db.selectFrom("note").selectAll().where("item", "=", number).orderBy("seq", "desc").execute();
  const observations = await db.selectFrom("observation").selectAll().where("item", "=", number).orderBy("id").execute();
  const people = new Map((await db.selectFrom("person").selectAll().execute()).map(({ id: person, name }) => [person, name]));
  const nameOf = (by: string): string => people.get(by) ?? "name withheld";
  const { posts, postCount } = await itemPosts(reader, number);
  const named = saidByName(table.name ?? "", table.kind);
  const roles = posts.flatMap(({ post, mediaItems }) => post.media.flatMap(({ role }, at) => (mediaItems[at] === id ? [role] : [])));
  return {
    row,
    ...(table.object === null ? {} : { object: table.object as Digest }),
    provenance: await itemProvenance(reader, table),
    holds: [...(probe?.holds ?? []), ...voiceNoteStatements({ name: table.name ?? "", probe, roles })],
    holdsNot: table.held === 1 ? (probe?.holdsNot ?? []) : ["The file itself: it is known to exist and is not in this case."],
    traps: withoutRepeats([...(probe?.traps ?? []), ...readings.flatMap(({ traps }) => traps), ...named.traps]),
    cannotTell: [...new Set(readings.flatMap(({ cannotTell }) => cannotTell))],
    faults: readings.flatMap(({ faults }) => faults).slice(0, mostFaults),
    ...(probe === undefined ? {} : { probe }),
    metadata: probe?.metadata ?? [],
    times: [...(probe?.times ?? []), ...named.times],
    ...(article === undefined ? {} : { article }),
    ...(container === undefined ? {} : { container: await containerMembers(reader, number, container) }),
    ...(sheet === undefined
      ? {}
      : { sheet: { format: sheet.format, columns: sheet.columns, rows: sheet.counts.rows, links: sheet.counts.links } }),
    posts,
    postCount,
    notes: notes.map(({ at, by, text, seq }) => ({ at, by, byName: nameOf(by), text: text ?? "withheld", seq })),
    observations: observations.map(({ id: observation, sort, target_json, text, at, by, seq, withdrawn }) => ({
      id: `o${observation}` as ObservationId,
      sort,
      target: JSON.parse(target_json) as ObservationTarget,
      text: text ?? "withheld",
      at,
      by,
      byName: nameOf(by),
      seq,
      ...(withdrawn === null ? {} : { withdrawn }),
    })),
    analyses: [...lines, ...derived],
    media: {
      play: playState(table.kind, table.held === 1, table.browser_plays === 1, proxy?.state),
      picture: table.kind === "picture" && ready.has("poster"),
      filmstrip: ready.has("filmstrip"),
      waveform: ready.has("waveform"),
      soundEvents: lines.some((line) => line.analyser === "sound-events" && line.state === "done"),
      frames: table.has_frames === 1,
    },
  };
}

/** The bytes and the name may say the same of an item. */
function withoutRepeats(traps: readonly Trap[]): Trap[] {
  return traps.filter(({ code }, at) => traps.findIndex((one) => one.code === code) === at);
}

function playState(
  kind: string,
  held: boolean,
  browserPlays: boolean,
  proxy: ItemRow["analysis"] | undefined,
): "original" | "proxy" | "waiting" | "failed" | "none" {
  if (!held || (kind !== "video" && kind !== "sound")) return "none";
  if (browserPlays) return "original";
  return proxy === "done" ? "proxy" : proxy === "failed" ? "failed" : "waiting";
}

/** What is only looked at has no entry; its state is that of the derived files. */
async function derivedAnalyses(
  reader: CaseReader,
  object: Digest,
  table: { kind: string; container: string | null; browser_plays: number; has_sound: number; depth: number },
): Promise<Analysis[]> {
  const wanted = analysersAfterProbe({
    kind: table.kind,
    container: table.container,
    browserPlays: table.browser_plays === 1,
    hasSound: table.has_sound === 1,
    depth: table.depth,
  }).filter((name): name is AnalyserName => !isCitable(name));
  return Promise.all(
    wanted.map(async (analyser): Promise<Analysis> => {
      const version = reader.versionOf(analyser);
      const answer = await reader.derived.read({ object, analyser, version });
      if (answer === undefined) return { analyser, version, decoder: "unknown", state: "waiting" };
      if (answer.state === "failed") return { analyser, version, decoder: answer.decoder, state: "failed", failure: answer.failure };
      return { analyser, version, decoder: answer.decoder, state: "done" };
    }),
  );
}
