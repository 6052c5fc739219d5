/**
 * Enters a ClaimCase into a served case as a person would, through the same routes as the page: texts are uploaded and read, sources
 * and events described, claims stated, and what stands around them said. What comes back says which record became which.
 */
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { Assumption } from "../../src/core/claim/assumption.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { TimeClaim, UtcInstant } from "../../src/core/time/time-claim.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import type { ServedCase } from "./served-case.ts";

export interface EnteredClaims {
  /** The id that a record of the ClaimCase has in the served case: of items, sources, events, links, claims, derivations, assumptions. */
  idOf<Id extends string>(id: Id): Id;
}

/** `served`: a case without any of it; other items do no harm. The texts are the claims' own quotes, each where its span says. */
export async function enterClaims(served: ServedCase, of: ClaimCase): Promise<EnteredClaims> {
  const ids = new Map<string, string>();
  const idOf = <Id extends string>(id: Id): Id => {
    const found = ids.get(id);
    assert.ok(found !== undefined, `${id}: expected to be entered before it is named`);
    return found as Id;
  };
  const make = async (id: string, path: string, body: unknown) => ids.set(id, (await told<{ id: string }>(served, path, body)).id);

  for (const { id, label, reliability } of of.sources) {
    await make(id, "/api/sources", { sort: "outlet", label, about: null, identity: "none", reason: null });
    if (reliability !== "F")
      await told(served, `/api/sources/${idOf(id)}/grade`, { reliability, asOf: "2000-01-01", reason: "as the fixture has it" });
  }
  const readings = await enterTexts(served, of, ids);
  await enterExhibits(served, of, ids);
  for (const { id, sort, title, time, place } of of.events)
    await make(id, "/api/case-events", {
      sort,
      ...(sort === "other" ? { sortWords: title } : {}),
      ...(sort === "movement" ? { movement: { from: "unknown", to: "unknown" } } : {}),
      title,
      time: time === "unknown" ? time : stated("stated", time),
      place:
        place === "unknown"
          ? place
          : { means: "happened", verbatim: title, region: place, precision: "as the fixture has it", basis: "the fixture" },
    });
  for (const { id, from, to, relation, basis } of of.links)
    await make(id, "/api/event-links", { from: idOf(from), to: idOf(to), relation, basis });

  const said = await told<{ claims: string[] }>(served, "/api/claims", {
    claims: of.claims.map((claim) => requestOf(claim, idOf, readings)),
  });
  for (const [at, { id }] of of.claims.entries()) ids.set(id, said.claims[at] as string);
  for (const { id, credibility } of of.claims)
    if (credibility !== "6") await told(served, `/api/claims/${idOf(id)}/grade`, { credibility, reason: "as the fixture has it" });
  for (const { id, derived, from, sort, standing, basis } of of.derivations)
    if (id !== undefined) await make(id, "/api/derivations", { derived: idOf(derived), from: idOf(from), sort, standing, basis });
  for (const { id, what, words } of of.assumptions) await make(id, "/api/assumptions", { what: assumptionOf(what, idOf), words });
  return { idOf };
}

/** An answer that is no error. */
async function told<T extends object>(served: ServedCase, path: string, body: unknown): Promise<T> {
  const answer = await served.post<T & { code?: string; message?: string }>(path, body);
  assert.equal(answer.code, undefined, `${path}: ${answer.code}: ${answer.message}`);
  return answer;
}

interface Recorded {
  readonly ground: { readonly analyser: string };
  readonly outcome: { readonly state: string; readonly result: Reading };
}

type Reading = NonNullable<CaseClaim["text"]["reading"]>;

/** Each item's text as a file of its own, by its publisher and of its day. Returns the readings. */
async function enterTexts(served: ServedCase, { claims }: ClaimCase, ids: Map<string, string>): Promise<ReadonlyMap<ItemId, Reading>> {
  const byItem = Map.groupBy(claims, ({ text }) => text.item);
  for (const [item, some] of byItem) {
    const [first] = some as [CaseClaim];
    const id = await upload(served, `${item}-${first.publisher.label}.txt`, Buffer.from(textOf(some)));
    ids.set(item, id);
    if (first.publisher.source !== "unknown")
      await told(served, "/api/items/attribution", {
        ...{ items: [id], role: "posted-by", account: "unknown", source: ids.get(first.publisher.source) },
        ...{ basis: "the name at its head", standing: "stated" },
      });
    if (first.published !== "unknown")
      await told(served, "/api/times", {
        ...{ about: id, standing: "stated", from: null, reason: "the day at its head" },
        claim: stated("published", first.published),
      });
  }
  await told(served, "/api/uploads/texts/finish", {});
  return new Map(
    await Promise.all([...byItem.keys()].map(async (item) => [item, await readingOf(served, ids.get(item) as string)] as const)),
  );
}

/** Gaps between quotes are spaces: nobody claims what stands there. */
function textOf(claims: readonly CaseClaim[]): string {
  const units = Array.from({ length: Math.max(...claims.map(({ span }) => span.end)) }, () => " ");
  for (const { quote, span } of claims) for (let at = 0; at < quote.length; at++) units[span.start + at] = quote[at] as string;
  return units.join("");
}

/** What claims rest on: small pictures, those of one group of copies alike in every byte. */
async function enterExhibits(served: ServedCase, { claims, copies }: ClaimCase, ids: Map<string, string>): Promise<void> {
  const wanted = new Set([...claims.flatMap(({ statement }) => statement.restsOn), ...copies.flat()].filter((item) => !ids.has(item)));
  for (const item of wanted) {
    const like = copies.find((group) => group.includes(item))?.[0] ?? item;
    const shade = 40 + ((Number(like.slice(1)) * 37) % 180);
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 90, b: 160 } } })
      .png()
      .toBuffer();
    ids.set(item, await upload(served, `${item}.png`, bytes));
  }
  if (wanted.size > 0) await told(served, "/api/uploads/texts/finish", {});
}

async function upload({ origin, cookie }: ServedCase, path: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const answer = await fetch(`${origin}/api/uploads/texts?path=${encodeURIComponent(path)}`, {
    method: "PUT",
    headers: { cookie, "content-type": "application/octet-stream" },
    body,
  });
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  return ((await answer.json()) as { item: string }).item;
}

/** Waits until the text has been read. */
export async function readingOf(served: ServedCase, item: string): Promise<Reading> {
  for (let times = 0; times < 1200; times++) {
    const { entries } = await served.get<CustodyPage>(`/api/custody?kind=analysis.recorded&item=${item}&limit=100`);
    for (const { body } of entries) {
      const { ground, outcome } = (body as unknown as { data: Recorded }).data;
      if (ground.analyser !== "article") continue;
      assert.equal(outcome.state, "done", `${item}: expected its text to be read`);
      return outcome.result;
    }
    await setTimeout(50);
  }
  throw new Error(`${item}: expected its text to be read within a minute`);
}

function requestOf(claim: CaseClaim, idOf: EnteredClaims["idOf"], readings: ReadonlyMap<ItemId, Reading>) {
  const { text, span, quote, event, statement } = claim;
  return {
    text: { item: idOf(text.item), part: { sort: "article-body" }, reading: readings.get(text.item) },
    ...{ span, quote, event: event === "unassigned" ? event : idOf(event) },
    statement: {
      ...statement,
      speakers: statement.speakers.map((one) => ({ ...one, source: one.source === "unknown" ? one.source : idOf(one.source) })),
      restsOn: statement.restsOn.map((item) => idOf(item)),
    },
    proposed: { by: "person" },
  };
}

function assumptionOf(what: Assumption, idOf: EnteredClaims["idOf"]): Assumption {
  if ("first" in what) return { ...what, first: idOf(what.first), second: idOf(what.second) } as Assumption;
  return "claim" in what ? { ...what, claim: idOf(what.claim) } : what;
}

function stated(means: TimeClaim["means"], { earliest, latest }: { earliest: UtcInstant; latest: UtcInstant }): TimeClaim {
  return { means, verbatim: `${earliest} to ${latest}`, earliest, latest, zone: { state: "utc" }, basis: "the fixture" };
}
