/** Entries of editions: they are few and read from their lines; here their ids are taken, and what they speak of is told. */
import type { Handler } from "./handler.ts";
import { ofRecord } from "./project-events.ts";

const sealed: Handler<"edition.sealed"> = ({ data }, on) => {
  on.tookId(data.edition);
  ofRecord(on, data.edition);
};

const disclosed: Handler<"edition.disclosed"> = ({ data }, on) => ofRecord(on, data.edition);

const corrected: Handler<"correction.issued"> = ({ data }, on) => {
  for (const edition of new Set(data.concerns.map((one) => one.edition))) ofRecord(on, edition);
};

const confirmed: Handler<"key-point.confirmed"> = ({ data }, on) => ofRecord(on, data.finding);

export const projectEditions = {
  "edition.sealed": sealed,
  "edition.disclosed": disclosed,
  "correction.issued": corrected,
  "key-point.confirmed": confirmed,
};
