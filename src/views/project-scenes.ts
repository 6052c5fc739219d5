/** Entries about things in scenes and pair sheets: one says what its last line says; withdrawn ones stay. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const objectDescribed: Handler<"scene-object.described"> = ({ at, by, data }, on) => {
  on.tookId(data.object);
  ofRecord(on, data.object);
  on.run(
    "insert or replace into scene_object (label, description, reason, at, by, seq, withdrawn) values (?, ?, ?, ?, ?, ?, null)",
    ...[data.object, openedText(on, data.description), openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

const objectWithdrawn: Handler<"scene-object.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.object);
  on.run("update scene_object set withdrawn = ? where label = ?", openedText(on, data.reason) ?? "", data.object);
};

const pairJudged: Handler<"scene-pair.judged"> = ({ at, by, data }, on) => {
  on.tookId(data.pair);
  ofRecord(on, data.pair);
  on.run(
    `insert or replace into scene_pair (id, a, b, sheet, verdict, reason, at, by, seq, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(data.pair), itemNumber(data.a), itemNumber(data.b), data.sheet, data.verdict],
    ...[openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

const pairWithdrawn: Handler<"scene-pair.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.pair);
  const id = itemNumber(data.pair);
  const [row] = on.all<{ a: number; b: number }>("select a, b from scene_pair where id = ?", id);
  // The line names the pair alone: it stands among those of its items as the line that judged it does.
  for (const item of row === undefined ? [] : [row.a, row.b])
    on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
  on.run("update scene_pair set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", id);
};

export const projectScenes = {
  "scene-object.described": objectDescribed,
  "scene-object.withdrawn": objectWithdrawn,
  "scene-pair.judged": pairJudged,
  "scene-pair.withdrawn": pairWithdrawn,
};
