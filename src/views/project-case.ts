/** Entries about the case itself: people, collections, checkpoints, time stamps. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { digestOf } from "../core/hash/digest.ts";
import { type Handler, markErased } from "./handler.ts";

const keyEnrolled: Handler<"key.enrolled"> = ({ data }, on) => {
  const name = on.opened(data.name);
  on.run(
    "insert into person (id, name) values (?, ?) on conflict (id) do update set name = excluded.name",
    data.person,
    typeof name === "string" ? name : null,
  );
};

const collectionStarted: Handler<"collection.started"> = ({ by, data }, on) => {
  const from = on.opened(data.from);
  on.run(
    "insert into collection (id, method, from_label, program, clock_source, by, finished) values (?, ?, ?, ?, ?, ?, 0)",
    data.collection,
    data.method,
    typeof from === "string" ? from : null,
    data.program,
    data.clockSource,
    by,
  );
};

const collectionFinished: Handler<"collection.finished"> = ({ data }, on) => {
  on.run("update collection set finished = 1 where id = ?", data.collection);
};

const checkpointMade: Handler<"checkpoint.made"> = ({ data }, on) => {
  // The digest that a time-stamp authority stamps: SHA-256 of the note's exact bytes.
  const digest = digestOf(on.sha256(encodeUtf8(data.note)));
  on.run("insert into checkpoint (made_seq, seq, head, digest) values (?, ?, ?, ?)", on.line.head.seq, data.seq, data.head, digest);
};

const timestampRecorded: Handler<"timestamp.recorded"> = ({ data }, on) => {
  on.run(
    "insert into timestamp (recorded_seq, checkpoint, gen_time, authority) values (?, ?, ?, ?)",
    on.line.head.seq,
    data.checkpoint,
    data.genTime,
    data.authority,
  );
};

const entryErased: Handler<"entry.erased"> = (_, on) => {
  markErased(on);
};

export const projectCase = {
  "key.enrolled": keyEnrolled,
  "collection.started": collectionStarted,
  "collection.finished": collectionFinished,
  "checkpoint.made": checkpointMade,
  "timestamp.recorded": timestampRecorded,
  "entry.erased": entryErased,
};
