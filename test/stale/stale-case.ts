/** Lines of a case as people's judgements write them, in as few words as a test needs. */
import { canonicalJson, type Json } from "../../src/core/json/canonical-json.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import type { Ground } from "../../src/core/review/ground.ts";
import type { TimeClaim } from "../../src/core/time/time-claim.ts";
import { staleJudgements } from "../../src/reads/stale/stale-judgements.ts";
import type { withQueue } from "../copies/queue-on-case.ts";

type On = Awaited<ReturnType<typeof withQueue>>;
type Kind = EntryDraft["kind"];
type DataOf<K extends Kind> = Extract<EntryDraft, { kind: K }>["data"];

export const posted = (instant: string): TimeClaim => ({
  ...{ means: "posted", verbatim: instant, earliest: instant, latest: instant, zone: { state: "utc" }, basis: "its post" },
});

export const ground = (record: string | null, line: number, more: Partial<Ground> = {}): Ground => ({
  ...{ record, line, at: null, segments: null, shows: "" },
  ...more,
});

export function sayingOn(on: On) {
  const sealed = (value: Json) => on.writer.seal(value);
  /** Appends one line; words that it seals are made from `words`. Tells its number. */
  async function say<K extends Kind>(kind: K, make: (seal: (value: Json) => { sealed: `sha256:${string}` }) => DataOf<K>): Promise<number> {
    const opens: ReturnType<typeof sealed>["opened"][] = [];
    const data = make((value) => {
      const made = sealed(value);
      opens.push(made.opened);
      return made.sealed;
    });
    const [line] = await on.writer.append(() => [{ kind, data, opens } as EntryDraft]);
    return line?.head.seq ?? 0;
  }
  return {
    say,
    time: (time: `t${string}`, about: `e${string}` | `i${string}`, claim: TimeClaim) =>
      say("time.stated", (seal) => ({
        time,
        claim: seal(claim as unknown as Json),
        about,
        standing: "stated",
        from: null,
        reason: seal("seen"),
      })),
    event: (event: `e${string}`, title: string) =>
      say("event.described", (seal) => ({
        ...{ event, sort: "other", sortWords: null, title: seal(title), time: "unknown", place: "unknown", movement: null, reason: null },
      })),
    bearing: (bearing: `b${string}`, item: `i${string}`, record: `e${string}`, sort: "shows" | "against" | "none" = "shows") =>
      say("bearing.stated", (seal) => ({ bearing, item, on: record, sort, part: null, reason: seal("by the frames") })),
    claim: (claim: `k${string}`, item: `i${string}`, more: Partial<DataOf<"claim.stated">["text"]> = {}) =>
      say("claim.stated", (seal) => ({
        ...{
          claim,
          text: { item, part: { sort: "file" as const }, reading: null, ...more },
          span: { start: 0, end: 4 },
          quote: seal("said"),
        },
        ...{ aspect: "where" as const, event: "unassigned" as const, statement: seal({}), proposed: { by: "person" as const }, edited: [] },
        reason: null,
      })),
    question: (question: `qn${string}`, event: `e${string}`) =>
      say("question.asked", (seal) => ({
        ...{ question, sort: "where", text: seal("Where?"), event, items: [], precision: { sort: "words" }, reason: null },
      })),
    observation: (observation: `o${string}`, item: `i${string}`) =>
      say("observation.made", (seal) => ({
        observation,
        sort: "observation",
        target: { item, object: `sha256:${"0".repeat(64)}` },
        text: seal("a mast"),
      })),
    async inference(
      inference: `n${string}`,
      cites: readonly string[],
      items: readonly `i${string}`[] = [],
      sort: "time" | "sync" | "place" = "time",
    ): Promise<number> {
      const problem = await on.keep(`${canonicalJson({ statements: [{ id: "a", cites: [...cites] }], eventRecords: {} })}\n`);
      return say("inference.kept", (seal) => ({
        ...{ inference, sort, title: seal("when"), about: null, items: [...items], problem, answer: problem },
        ...{ solver: { name: sort, version: "1" }, state: "answered" as const, reason: null },
      }));
    },
    async finding(finding: `f${string}`, version: number, evidenceFor: Ground[], evidenceAgainst: Ground[] = []): Promise<number> {
      const said: FindingDocument = {
        ...{ v: 1, question: "qn1", answer: { sort: "words", words: "By the bridge." }, statement: "By the bridge.", grade: "supported" },
        ...{ likelihood: { ladder: "icd-203", term: "likely" }, confidence: { level: "moderate", reasons: "two clips" }, wouldChange: "" },
        ...{ evidenceFor, evidenceAgainst, lookedAgainst: "in all copies", hypotheses: [], openContradictions: [], unknown: [] },
        ...{ method: "", limits: "" },
      };
      const document = await on.keep(`${canonicalJson(said as unknown as Json)}\n`);
      return say("finding.written", () => ({ finding, version, question: "qn1", document, reason: null }));
    },
    /** Names of what must be looked at again, and each way as "n1@5 worked-from > k1@9 withdrawn". */
    async stale(): Promise<Record<string, string[]>> {
      const rows = await staleJudgements(on.reader, on.viewer);
      return Object.fromEntries(
        rows.map(({ judgement, paths }) => [
          judgement,
          paths.map((path) => path.map(({ record, line, why }) => `${record}@${line} ${why}`).join(" > ")),
        ]),
      );
    },
  };
}
