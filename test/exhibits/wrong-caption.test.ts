/**
 * A photo that an article shows under another village's name (story S4): an exhibit of the article that bears on nothing, and not to
 * be cited for the event until a person says what it shows and answers what its caption says.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import type { ExhibitRow, ExhibitsAnswer } from "../../src/api/exhibits.ts";
import type { FindingReportAnswer } from "../../src/api/findings.ts";
import { ground, soundFinding } from "../findings/finding-words.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

type Made = { id: string; seq: number; code?: string; message?: string };

const article = `<!doctype html><html lang="en"><head><title>Synthetic report from Dmytrivka</title>
<meta property="article:published_time" content="2022-04-06T12:00:00Z"></head><body><article><h1>Synthetic report</h1>
<p>Synthetic words about a road.</p>
<figure><img src="photo.png" alt="a road"><figcaption>Trees beside a road near Zdolbuniv, April 1, 2022. File photo</figcaption></figure>
<figure><img src="seen.png"><figcaption>A road in Dmytrivka</figcaption></figure>
<figure><img src="https://pictures.example/gone.jpg"><figcaption>A road outside Dmytrivka</figcaption></figure>
</article></body></html>`;

describe("an article's photo captioned with another village", () => {
  let desk: Desk;
  let served: ServedCase;
  before(async () => {
    desk = createDesk();
    const kept = join(desk.folder, "case");
    const news = join(desk.folder, "news");
    mkdirSync(news);
    writeFileSync(join(news, "article.html"), article);
    const picture = { create: { width: 64, height: 48, channels: 3, background: "#4060a0" } } as const;
    await sharp(picture).png().toFile(join(news, "photo.png"));
    await sharp(picture).png().toFile(join(news, "same-bytes.png"));
    const seen = sharp({ create: { width: 64, height: 48, channels: 3, background: "#60a040" } }).png();
    await seen.toFile(join(news, "seen.png"));
    mkdirSync(join(news, "chat", "photos"), { recursive: true });
    await seen.toFile(join(news, "chat", "photos", "old.png"));
    const post = { id: 1, type: "message", date: "2021-05-01T08:00:00", date_unixtime: "1619856000", text: "", photo: "photos/old.png" };
    const chat = { name: "Synthetic channel", type: "public_channel", id: 1000000001, messages: [{ ...post, width: 64, height: 48 }] };
    writeFileSync(join(news, "chat", "result.json"), JSON.stringify(chat));
    assert.equal((await desk.run("add", kept, news)).code, 0);
    served = await serveCase(desk, kept);
    const place = {
      means: "happened",
      verbatim: "50.465, 30.185",
      region: { shape: "circle", centre: { lat: 50.465, lon: 30.185 }, radiusM: 2000 },
      precision: "the analyst",
      basis: "stated",
    };
    const event = { sort: "filming", title: "Synthetic filming near Dmytrivka", time: "unknown", place };
    assert.equal((await served.post<Made>("/api/case-events", event)).id, "e1");
    assert.equal((await served.post<Made>("/api/case-events", { ...event, sort: "posting", title: "Synthetic posting" })).id, "e2");
    await eventually(async () => (await list()).length === 3);
  });
  after(() => desk.close());

  const list = async (): Promise<ExhibitRow[]> => (await served.get<ExhibitsAnswer>("/api/exhibits")).exhibits;
  const first = async (): Promise<ExhibitRow> => {
    const [row] = await list();
    assert.ok(row);
    return row;
  };
  const photo = async () => (await first()).item?.item ?? "none";
  const bear = async (sort: string, on = "e1", item?: string) =>
    served.post<Made>("/api/bearings", { item: item ?? (await photo()), on, sort, reason: "it looks alike" });
  const keep = async (items: string[]) => {
    const problem = { text: "near Nyzhnia", anchors: { Nyzhnia: [{ lat: 50.45, lon: 30.19 }] } };
    return served.post<Made>("/api/inferences", { sort: "place", title: "where", about: "e1", items, problem });
  };
  const describeIt = async (more: object) =>
    served.post<Made>("/api/exhibits", {
      beside: (await first()).beside.item,
      shown: { is: "picture", picture: 0 },
      shows: { is: "event", events: ["e1"] },
      reason: "the trees are the same",
      ...more,
    });

  it("is listed with its caption, undescribed, bearing on nothing", async () => {
    const { exhibits, described, undescribed } = await served.get<ExhibitsAnswer>("/api/exhibits");
    assert.deepEqual([described, undescribed], [0, 3]);
    const [row, , gone] = exhibits;
    assert.match(row?.words.caption ?? "", /near Zdolbuniv/);
    assert.equal(row?.words.alt, "a road");
    assert.deepEqual([row?.id, row?.shows, row?.bearsOn], [null, "undescribed", []]);
    assert.deepEqual([gone?.item, gone?.pointsAt], [null, "https://pictures.example/gone.jpg"]);
    assert.deepEqual(gone?.mismatches, [], "the nearest Dmytrivka lies where the event is stated");
  });

  it("names the other place with its distance, the file picture with its words, and what neither proves", async () => {
    const { mismatches } = await first();
    const place = mismatches.find(({ sort, event }) => sort === "caption-place" && event === "e1");
    assert.match(place?.says ?? "", /names Zdolbuniv, and the nearest place of that name is 2[67]\d km from where e1/);
    assert.deepEqual([place?.words?.at, place?.words?.text], ["caption", "Zdolbuniv"]);
    const figures = new Map(place?.figures.map(({ what, value }) => [what, value]));
    assert.equal(figures.get("radius of the place of e1"), "2.0 km");
    assert.match(figures.get("list") ?? "", /^cities\.json .*down to/);
    assert.match(place?.notProven ?? "", /does not say where the picture was taken/);
    const file = mismatches.find(({ sort }) => sort === "file-picture");
    assert.equal(file?.words?.text, "File photo");
  });

  it("cannot be cited for the event by a person or by an inference, and the refusal says why", async () => {
    for (const sort of ["shows", "supports", "against", "context"]) {
      const refused = await bear(sort);
      assert.equal(refused.code, "INPUT_INVALID", sort);
      assert.match(refused.message ?? "", /found picture 1 of i\d, of which nobody has said what it shows/);
    }
    const inferred = await keep([await photo()]);
    assert.equal(inferred.code, "INPUT_INVALID");
    assert.match(inferred.message ?? "", /for e1: .*nobody has said what it shows/);
    assert.equal((await keep([(await first()).beside.item])).id, "n1", "the article itself is no picture of it");
  });

  it("that was out in a post before the text was written says where and when, and what that does not prove", async () => {
    await eventually(async () => (await list())[1]?.mismatches.length === 1);
    const [seen] = (await list())[1]?.mismatches ?? [];
    assert.equal(seen?.sort, "seen-earlier");
    assert.match(seen?.says ?? "", /before the text beside it was published: in i\d+, a post in i\d+, at or before 2021-05-01T08:00:00Z/);
    assert.match(seen?.notProven ?? "", /not made for that text/);
  });

  it("may be said not to bear on it, which is what it is then", async () => {
    assert.equal((await bear("none")).id, "b1");
    assert.ok((await served.post<Made>("/api/bearings/b1/withdraw", { reason: "to try what follows" })).seq > 0);
  });

  it("stays blocked once described, while its caption stands unanswered", async () => {
    assert.match((await describeIt({ reason: " " })).message ?? "", /reason/);
    assert.match(
      (await describeIt({ answers: [{ mismatch: "another", reason: "so" }] })).message ?? "",
      /an answer to what stands against it/,
    );
    assert.match(
      (await describeIt({ shown: { is: "picture", picture: 7 } })).message ?? "",
      /picture 8 .*a picture that i\d lists; found none/,
    );
    const long = Array.from({ length: 50 }, (_, at) => ({ mismatch: `m${at}`, reason: "x".repeat(5000) }));
    assert.match(
      (await describeIt({ answers: long })).message ?? "",
      /^picture 1 beside i\d: expected at most 49152 bytes .*Say it shorter/,
    );
    assert.equal((await describeIt({})).id, "x1");
    assert.deepEqual((await first()).bearsOn, ["e1"]);
    const refused = await bear("shows");
    assert.match(refused.message ?? "", /x1, against which stands, unanswered: .*File photo.*Zdolbuniv/);
  });

  it("may be cited once a person answered each with a reason, and for that event alone", async () => {
    const { mismatches } = await first();
    const answers = mismatches
      .filter(({ event }) => event !== "e2")
      .map(({ key }) => ({ mismatch: key, reason: "the agency mixed two pictures up and said so" }));
    assert.equal(answers.length, 2);
    assert.equal((await describeIt({ answers })).id, "x1");
    assert.ok((await first()).mismatches.every(({ answer, event }) => event === "e2" || answer !== null));
    assert.equal((await bear("shows")).id, "b2");
    assert.equal((await keep([await photo()])).id, "n2");
    assert.match((await bear("shows", "e2")).message ?? "", /x1, which says that it shows another event/);
  });

  it("bears on nothing again once that is taken back, or is said to show something else, and so does a file of the same bytes", async () => {
    assert.ok((await served.post<Made>("/api/exhibits/x1/withdraw", { reason: "the agency was wrong twice" })).seq > 0);
    const again = await served.post<Made>("/api/exhibits/x1/withdraw", { reason: "twice" });
    assert.match(again.message ?? "", /exhibit x1: expected one that stands; found one that was withdrawn/);
    assert.deepEqual((await first()).bearsOn, []);
    assert.match((await first()).said?.withdrawn ?? "", /wrong twice/);
    assert.match((await keep([await photo()])).message ?? "", /nobody has said what it shows/);
    const items = await served.get<{ items: { id: string; name: string }[] }>("/api/items?limit=50");
    const twin = items.items.find(({ name }) => name.endsWith("same-bytes.png"))?.id ?? "none";
    assert.equal((await bear("context", "e1", twin)).id, "b3", "while nobody says what it shows, only the exhibit itself is blocked");
    assert.equal((await describeIt({ shows: { is: "something-else", sort: "elsewhere" } })).id, "x1", "the same record, changed");
    assert.match((await bear("context", "e2", twin)).message ?? "", /x1, which says that it shows another place/);
  });

  it("carries no finding about the event, cited itself or by the record of it", async () => {
    const precision = { sort: "words" };
    assert.equal(
      (await served.post<Made>("/api/questions", { sort: "where", text: "Where?", event: "e1", items: [], precision })).id,
      "qn1",
    );
    const records = [await photo(), "x1"];
    for (const record of records) {
      const document = soundFinding({ answer: { sort: "words", words: "There." }, evidenceFor: [ground(record, 1)] });
      const { obstacles } = await served.post<FindingReportAnswer>("/api/findings/check", { document });
      const told = obstacles.find(({ code }) => code === "not-citable")?.text ?? "";
      assert.match(
        told,
        /for e1: expected an item that may be cited for this event; found x1, which says that it shows another place/,
        record,
      );
    }
  });

  it("an item of its own can be put beside the article, once, with the caption that a person read", async () => {
    const items = await served.get<{ items: { id: string; name: string }[] }>("/api/items?limit=50");
    const twin = items.items.find(({ name }) => name.endsWith("same-bytes.png"))?.id ?? "none";
    const beside = (await first()).beside.item;
    const shown = { is: "item", item: twin };
    const wanted = { shown, shows: { is: "unknown" }, caption: "A road in Zdolbuniv", reason: "shown in the printed edition" };
    assert.equal((await describeIt(wanted)).id, "x2");
    assert.equal((await describeIt({ ...wanted, reason: "shown on its page 3" })).id, "x2");
    assert.match((await describeIt({ ...wanted, shown: { is: "item", item: beside } })).message ?? "", /found the item itself/);
    const row = (await list()).find(({ id }) => id === "x2");
    assert.deepEqual([row?.words.caption, row?.captionTyped, row?.bearsOn], ["A road in Zdolbuniv", true, []]);
  });
});

async function eventually(check: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > giveUp) throw new Error("the article was not read");
    await new Promise((later) => setTimeout(later, 100));
  }
}
