/**
 * Takes ledger lines into the tables: one transaction per batch, one handler per kind of entry. The connection is the
 * projection's own: a batch may take long, and until it is whole every other connection sees the tables before it.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { EntryBody, EntryKind } from "../core/entry/entry.ts";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { HeadRef, LedgerLine } from "../core/ledger/ledger-line.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { foldText } from "./fold-text.ts";
import { type Handler, itemNumber, type Projecting, type Value } from "./handler.ts";
import { projectAnalysis } from "./project-analysis.ts";
import { projectBlind } from "./project-blind.ts";
import { projectCase } from "./project-case.ts";
import { projectClaimContext } from "./project-claim-context.ts";
import { projectClaims } from "./project-claims.ts";
import { projectConditions } from "./project-conditions.ts";
import { projectCopies } from "./project-copies.ts";
import { projectEditions } from "./project-editions.ts";
import { projectElements } from "./project-elements.ts";
import { projectEvents } from "./project-events.ts";
import { projectExhibits } from "./project-exhibits.ts";
import { projectFindings } from "./project-findings.ts";
import { projectIdentifications } from "./project-identifications.ts";
import { projectImagery } from "./project-imagery.ts";
import { projectInferences } from "./project-inferences.ts";
import { projectInquiry } from "./project-inquiry.ts";
import { projectItem } from "./project-item.ts";
import { projectLinks } from "./project-links.ts";
import { projectReceipts } from "./project-receipts.ts";
import { projectRedactions } from "./project-redactions.ts";
import { projectSources } from "./project-sources.ts";
import { projectPlaces } from "./project-places.ts";
import { projectSavedSearches } from "./project-saved-searches.ts";
import { projectScenes } from "./project-scenes.ts";
import { projectSheetImport } from "./project-sheet-import.ts";
import { projectSubjects } from "./project-subjects.ts";
import { projectSync } from "./project-sync.ts";
import { projectTiers } from "./project-tiers.ts";
import { projectWork } from "./project-work.ts";
import { projectUnpacked } from "./project-unpacked.ts";

const handlers: { [K in EntryKind]?: Handler<K> } = {
  ...projectCase,
  ...projectItem,
  ...projectUnpacked,
  ...projectAnalysis,
  ...projectEvents,
  ...projectSources,
  ...projectConditions,
  ...projectPlaces,
  ...projectSavedSearches,
  ...projectLinks,
  ...projectInquiry,
  ...projectReceipts,
  ...projectRedactions,
  ...projectSheetImport,
  ...projectCopies,
  ...projectInferences,
  ...projectImagery,
  ...projectExhibits,
  ...projectIdentifications,
  ...projectClaims,
  ...projectClaimContext,
  ...projectTiers,
  ...projectSync,
  ...projectBlind,
  ...projectFindings,
  ...projectSubjects,
  ...projectScenes,
  ...projectElements,
  ...projectEditions,
  ...projectWork,
};

export class Projection {
  private readonly statements = new Map<string, StatementSync>();
  private readonly database: DatabaseSync;
  private readonly vault: VaultReader;
  private readonly sha256: Sha256;

  constructor(database: DatabaseSync, vault: VaultReader, sha256: Sha256) {
    this.database = database;
    this.vault = vault;
    this.sha256 = sha256;
  }

  head(): HeadRef | undefined {
    const row = this.statement("select value from meta where key = 'head'").get() as { value: string } | undefined;
    return row === undefined ? undefined : (JSON.parse(row.value) as HeadRef);
  }

  async apply(lines: readonly LedgerLine[]): Promise<void> {
    const last = lines.at(-1);
    if (last === undefined) return;
    const expected = (this.head()?.seq ?? 0) + 1;
    if (lines[0]?.head.seq !== expected) throw new RangeError(`views: expected line ${expected} next; found line ${lines[0]?.head.seq}`);
    this.database.exec("begin immediate");
    try {
      for (const line of lines) {
        const pending = this.applyLine(line);
        if (pending !== undefined) await pending;
      }
      this.run(
        "insert into meta (key, value) values ('head', ?) on conflict (key) do update set value = excluded.value",
        JSON.stringify({ seq: last.head.seq, head: last.headDigest }),
      );
      this.database.exec("commit");
    } catch (error) {
      // On a full disk SQLite has rolled back by itself, and a second time would hide why.
      if (this.database.isTransaction) this.database.exec("rollback");
      throw error;
    }
  }

  private applyLine(line: LedgerLine): void | Promise<void> {
    const { body } = line;
    const open = Object.fromEntries([...line.open].map(([digest, { value }]) => [digest, value]));
    this.run(
      "insert into entry (seq, head, kind, at, by, stepped_back, signed, body, open, text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      line.head.seq,
      line.headDigest,
      body?.kind ?? "withheld",
      body?.at ?? null,
      body?.by ?? null,
      body?.clock === undefined ? 0 : 1,
      body?.signature === undefined ? 0 : 1,
      body === undefined ? null : JSON.stringify(body),
      JSON.stringify(open),
      body === undefined ? "" : foldText(textOf(body.data as Json, open)),
    );
    if (body === undefined) return undefined;
    for (const item of itemsOf(body)) {
      this.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, line.head.seq);
    }
    const on: Projecting = {
      run: (sql, ...values) => this.run(sql, ...values),
      all: <Row>(sql: string, ...values: Value[]) => this.statement(sql).all(...values) as Row[],
      line,
      tookId: (id) =>
        this.run(
          "insert into used_id (letter, last) values (?, ?) on conflict (letter) do update set last = max(last, excluded.last)",
          id.replace(/[0-9]+$/u, ""),
          itemNumber(id),
        ),
      opened: (sealed) => line.open.get(sealed.sealed)?.value,
      result: (object) => this.result(object),
      bytes: async (object) => ((await this.vault.has(object)) ? this.vault.read(object) : undefined),
      pause: () => setImmediate(),
      sha256: this.sha256,
    };
    return (handlers[body.kind] as Handler<EntryKind> | undefined)?.(body, on);
  }

  private async result(object: Digest): Promise<unknown> {
    // With its end known it is read into no more memory than it needs: a piece fit for large files, for each of 20,000 small
    // results, kept the garbage collector at work for three quarters of the time that opening took.
    const end = await this.vault.size(object);
    if (end === undefined) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of this.vault.read(object, { start: 0, end })) parts.push(part);
    return JSON.parse(decodeUtf8(joined(parts)) ?? "null");
  }

  private run(sql: string, ...values: Value[]): number {
    return Number(this.statement(sql).run(...values).lastInsertRowid);
  }

  private statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** Item numbers that an entry is about. */
function itemsOf(body: EntryBody): number[] {
  switch (body.kind) {
    case "item.collected":
    case "analysis.recorded":
    case "note.written":
    case "bearing.stated":
    case "upload.judged":
    case "imagery.described":
    case "imagery.withdrawn":
    case "identification.made":
    case "tier.written":
    case "redaction.marked":
    case "stretch.viewed":
    case "text.viewed":
    case "protection.overridden":
    case "regions.detected":
    case "region.left":
    case "subject.described":
    case "subject-state.stated":
    case "shot.counted":
      return [itemNumber(body.data.item)];
    case "item.unpacked":
      return [itemNumber(body.data.item), itemNumber(body.data.from)];
    case "item.known":
      return [itemNumber(body.data.item), itemNumber(body.data.statedBy.item)];
    case "observation.made":
      return [itemNumber(body.data.target.item)];
    case "claim.stated":
    case "claim-proposal.rejected":
      return [itemNumber(body.data.text.item)];
    case "derivation.stated":
      return [body.data.derived, body.data.from].filter((end) => end.startsWith("i")).map(itemNumber);
    case "reply.received":
      return body.data.item === null ? [] : [itemNumber(body.data.item)];
    case "place.stated":
    case "time.stated":
      return body.data.about.startsWith("i") ? [itemNumber(body.data.about)] : [];
    case "item.triaged":
    case "item.assessed":
    case "item.attributed":
    case "link.risk-stated":
    case "receipt.given":
    case "copies.compared":
    case "inference.kept":
    case "sync.measured":
      return body.data.items.map(itemNumber);
    case "link.noted":
      return [itemNumber(body.data.item), ...(body.data.from === "typed" ? [] : [itemNumber(body.data.from.item)])];
    case "link.check-planned":
      return body.data.about === "high-risk" ? [] : body.data.about.map(itemNumber);
    case "link.checked":
      return [body.data.item, ...body.data.evidence].map(itemNumber);
    case "capture.recorded":
      return [body.data.item, ...body.data.items].map(itemNumber);
    case "search.logged":
      return body.data.kept.map(itemNumber);
    case "sheet.imported":
      return [itemNumber(body.data.sheet)];
    case "sync-mark.made":
      return [...new Set(body.data.points.map(({ item }) => itemNumber(item)))];
    case "match.judged":
    case "sync-pair.judged":
    case "scene-pair.judged":
      return [body.data.a, body.data.b].map(itemNumber);
    case "exhibit.described":
      return [body.data.beside, ...(body.data.shown.is === "item" ? [body.data.shown.item] : [])].map(itemNumber);
    case "first-upload.moved":
      return [body.data.item, body.data.to.item, ...(body.data.from === null ? [] : [body.data.from.item])].map(itemNumber);
    case "blind.assigned":
      return body.data.items.map(itemNumber);
    case "conditions.stated":
      return body.data.about.of === "items" ? body.data.about.items.map(itemNumber) : [];
    default:
      return [];
  }
}

/** What a person could search an entry for: its strings, with seals replaced by what they say here. */
function textOf(value: Json, open: { readonly [digest: string]: Json }): string {
  if (typeof value === "string") return value;
  if (value === null || typeof value !== "object") return "";
  if (Array.isArray(value)) return value.map((part) => textOf(part as Json, open)).join(" ");
  const members = value as { readonly [name: string]: Json };
  const sealed = members["sealed"];
  if (typeof sealed === "string" && open[sealed] !== undefined) return textOf(open[sealed], {});
  return Object.values(members)
    .map((part) => textOf(part, open))
    .join(" ");
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
