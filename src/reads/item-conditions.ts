/** What holds for one item and where each of it comes from; who gave, posted or filmed it; how it was assessed. */
import type { Assessment } from "../core/conditions/assessment.ts";
import { type Binding, disposalDue, holdIn } from "../core/conditions/binding.ts";
import { Use } from "../core/conditions/conditions.ts";
import { effectiveConditions, type Holding } from "../core/conditions/effective-conditions.ts";
import { mayUse } from "../core/conditions/may-use.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountId, AttributionRole } from "../core/source/account.ts";
import type { SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { conditionHistory } from "./condition-history.ts";
import { itemBindings } from "./item-bindings.ts";
import { peopleNames } from "./people-names.ts";

interface Written {
  at: string;
  by: string;
  byName: string;
  seq: number;
}

/** Words are "withheld" where this copy does not say them. */
type AssessmentLine = Written & { assessment: Assessment };
type AttributionLine = Written & {
  role: AttributionRole;
  account: AccountId | "unknown";
  source: SourceId | "unknown";
  basis: string;
  standing: "stated" | "withdrawn";
};

export async function itemConditions(reader: CaseReader, viewer: Viewer, id: ItemId) {
  demand(viewer, "read");
  const number = Number(id.slice(1));
  const at = new Date().toISOString();
  const bindings = (await itemBindings(reader, [number])).get(number) ?? [];
  const effective = effectiveConditions(bindings);
  const { scope, ...fields } = effective;
  return {
    at,
    uses: Use.options.map((use) => ({ use, consent: holding(scope[use]), may: mayUse(bindings, use, at) })),
    effective: {
      embargoUntil: holding(fields.embargoUntil),
      withdrawnAt: holding(fields.withdrawnAt),
      mayContact: holding(fields.mayContact),
      retention: holding(fields.retention),
      legalHold: holding(fields.legalHold),
    },
    disposalDue: disposalDue(bindings, at) !== undefined,
    legalHold: holdIn(bindings) !== undefined,
    bindings: bindings.map(({ subject, through, line, conditions }) => ({ subject, through, line, conditions })),
    history: await conditionHistory(reader, id),
    attributions: await attributionsOf(reader, number),
    assessments: await assessmentsOf(reader, number),
  };
}

function holding<Value>({ value, from }: Holding<Value>): { value: Value; from: OfBinding | null } {
  return { value, from: from === undefined ? null : { subject: from.subject, through: from.through, line: from.line } };
}
type OfBinding = { subject: Binding["subject"]; through: Binding["through"]; line: number };

async function attributionsOf(reader: CaseReader, item: number): Promise<AttributionLine[]> {
  const rows = await reader.views.db.selectFrom("attribution").selectAll().where("item", "=", item).orderBy("seq").execute();
  const nameOf = await peopleNames(reader);
  return rows.map(({ role, account, source, basis, standing, at, by, seq }) => ({
    role,
    account: account === 0 ? "unknown" : `a${account}`,
    source: source === 0 ? "unknown" : `s${source}`,
    basis: basis ?? "withheld",
    standing,
    ...{ at, by, byName: nameOf(by), seq },
  }));
}

async function assessmentsOf(reader: CaseReader, item: number): Promise<AssessmentLine[]> {
  const rows = await reader.views.db
    .selectFrom("assessment_of")
    .innerJoin("assessment", "assessment.seq", "assessment_of.seq")
    .select(["assessment.seq", "assessment.at", "assessment.by", "assessment.json"])
    .where("assessment_of.item", "=", item)
    .orderBy("assessment.seq", "desc")
    .execute();
  const nameOf = await peopleNames(reader);
  return rows.map(({ seq, at, by, json }) => {
    const said = JSON.parse(json) as { [field in keyof Assessment]: Assessment[field] | null };
    const assessment = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, value ?? "withheld"])) as Assessment;
    return { assessment, at, by, byName: nameOf(by), seq };
  });
}
