/** What a column is about, by the words of its header. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { headerMeaning } from "./header-meaning.ts";

function roles(headers: readonly string[]): string[] {
  return headers.map(headerMeaning);
}

describe("a column's header", () => {
  it("of an auto-archiver sheet is known", () => {
    assert.deepEqual(
      roles([
        "link",
        "archive status",
        "archive location",
        "archive date",
        "upload timestamp",
        "upload title",
        "text content",
        "hash",
        "wacz",
      ]),
      ["link", "status", "archive-link", "archived", "posted", "title", "text", "hash", "archive-link"],
    );
    assert.equal(headerMeaning("perceptual hashes"), "other");
  });

  it("of an Atlos sheet is known", () => {
    assert.deepEqual(
      roles([
        "slug",
        "status",
        "description",
        "sensitive",
        "date",
        "time",
        "general_location",
        "geolocation_resolution",
        "latitude",
        "longitude",
        "source_1",
        "more_info",
      ]),
      ["row-id", "status", "text", "graphic", "date", "clock", "place", "place-precision", "latitude", "longitude", "link", "notes"],
    );
  });

  it("is known in Ukrainian, in Russian, and inside longer words", () => {
    assert.deepEqual(roles(["Посилання", "Дата події", "Широта", "Координати (WGS84)", "Опис", "Примітки", "Чутливий вміст"]), [
      "link",
      "date",
      "latitude",
      "coordinates",
      "text",
      "notes",
      "graphic",
    ]);
    assert.deepEqual(roles(["Ссылка на пост", "Комментарий аналитика", "Дата съёмки", "Статус"]), ["link", "notes", "recorded", "status"]);
    assert.deepEqual(roles(["Link to video", "Date of filming", "Chronolocation (YYYY-MM-DD HH:MM:SS)", "Latitude (decimal)"]), [
      "link",
      "recorded",
      "date",
      "latitude",
    ]);
  });

  it("of a newsroom's own sheet is known", () => {
    assert.deepEqual(roles(["Link", "Posted", "Where", "What", "Status", "Graphic", "Desk code", "Our note"]), [
      ...["link", "posted", "place", "text", "status", "graphic", "row-id", "notes"],
    ]);
    assert.deepEqual(roles(["code", "Ref.", "Plus code", "Що сталося", "Что"]), ["row-id", "row-id", "coordinates", "text", "text"]);
  });

  it("that nobody knows is kept as other", () => {
    for (const header of ["", "Who is in it?", "=cmd|' /C calc'!A0", "plate", "flat", "long story short"])
      assert.equal(headerMeaning(header), "other", header);
  });
});
