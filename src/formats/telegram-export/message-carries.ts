/** What a message carries that is no file: a place, a poll, a contact. Each in the export's own words. */
import type { PostThing } from "../../core/post/post.ts";
import { isList, isNumber, isObject, type JsonObject, type JsonValue, kindOf } from "../json-stream/json-value.ts";
import type { Fields } from "./fields.ts";

export function readMessageThings(fields: Fields): PostThing[] {
  return [...readPlace(fields), ...readPoll(fields), ...readContact(fields), ...readOffer(fields)];
}

function readPlace(fields: Fields): PostThing[] {
  const point = fields.object("location_information");
  const name = fields.text("place_name");
  const address = fields.text("address");
  const period = fields.whole("live_location_period_seconds");
  const withheld = fields.isNull("location_information");
  if (point === undefined && name === undefined && address === undefined && !withheld) return [];
  const words = [
    name,
    address,
    point === undefined ? undefined : coordinates(fields, point),
    withheld ? "position not in the export" : undefined,
    period === undefined ? undefined : `live for ${period} s`,
  ];
  return [{ kind: name === undefined ? "location" : "place", said: joined(words) }];
}

/** In the export's own digits: rounding would move the place. */
function coordinates(fields: Fields, point: JsonObject): string | undefined {
  const [latitude, longitude] = [point.get("latitude"), point.get("longitude")];
  if (isNumber(latitude) && isNumber(longitude)) return `${latitude.digits}, ${longitude.digits}`;
  fields.fault("location_information", "a latitude and a longitude", `${kindOf(latitude)} and ${kindOf(longitude)}`);
  return undefined;
}

function readPoll(fields: Fields): PostThing[] {
  const poll = fields.object("poll");
  if (poll === undefined) return [];
  const answers = poll.get("answers");
  if (!isList(answers)) fields.fault("poll.answers", "a list", kindOf(answers));
  const shown = (isList(answers) ? answers : []).flatMap((answer) => {
    const words = isObject(answer) ? wordsOf(answer.get("text")) : undefined;
    const voters = isObject(answer) ? answer.get("voters") : undefined;
    return words === undefined ? [] : [isNumber(voters) ? `${words} (${voters.digits})` : words];
  });
  return [{ kind: "poll", said: [wordsOf(poll.get("question")), ...shown].filter((part) => part !== undefined).join("\n") }];
}

function readContact(fields: Fields): PostThing[] {
  const contact = fields.object("contact_information");
  if (contact === undefined) return [];
  return [{ kind: "contact", said: joined(["first_name", "last_name", "phone_number"].map((name) => wordsOf(contact.get(name)))) }];
}

function readOffer(fields: Fields): PostThing[] {
  const game = fields.text("game_title");
  const invoice = fields.object("invoice_information");
  return [
    ...(game === undefined ? [] : [{ kind: "game", said: joined([game, fields.text("game_description"), fields.text("game_link")]) }]),
    ...(invoice === undefined
      ? []
      : [{ kind: "invoice", said: joined([wordsOf(invoice.get("title")), wordsOf(invoice.get("description"))]) }]),
  ];
}

function wordsOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
