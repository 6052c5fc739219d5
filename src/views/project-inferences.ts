/** Entries about inferences and house rules: a record shows what its last line says; withdrawn ones stay. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const inferenceKept: Handler<"inference.kept"> = ({ at, by, data }, on) => {
  on.tookId(data.inference);
  ofRecord(on, data.inference);
  if (data.about !== null) ofRecord(on, data.about);
  on.run(
    `insert or replace into inference (id, sort, title, about, items_json, problem, answer, solver, state, withdrawn, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
    itemNumber(data.inference),
    data.sort,
    openedText(on, data.title),
    data.about,
    JSON.stringify(data.items),
    data.problem,
    data.answer,
    `${data.solver.name} ${data.solver.version}`,
    data.state,
    at,
    by,
    on.line.head.seq,
  );
};

const inferenceWithdrawn: Handler<"inference.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.inference);
  on.run("update inference set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.inference));
};

const houseRulesSet: Handler<"house-rules.set"> = ({ at, by, data }, on) => {
  const rules = on.opened(data.rules);
  on.run(
    "insert or replace into house_rules (of, rules_json, reason, at, by, seq) values (?, ?, ?, ?, ?, ?)",
    data.of,
    rules === undefined ? null : JSON.stringify(rules),
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

export const projectInferences = {
  "inference.kept": inferenceKept,
  "inference.withdrawn": inferenceWithdrawn,
  "house-rules.set": houseRulesSet,
};
