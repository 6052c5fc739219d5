/**
 * Writes a line of every kind that a case can hold, made from the schemas of the format, with a secret in every member that takes
 * words: a kind that is added later is planted too. Kinds that end something (keys, erasures) are left out.
 */
import { z } from "zod";
import { EntryBody, type EntryDraft, type EntryKind, entryKinds } from "../../src/core/entry/entry.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";

/** Kinds that change who may do what, or take away; each is read by the same log as all the others. */
const leftOut: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...(["case.opened", "key.enrolled", "key.replaced", "key.revoked", "object.erased", "entry.erased", "tail.set-aside"] as const),
  ...(["blind.assigned", "answer.sealed", "answer.revealed", "blind.ended"] as const),
]);

interface JsonSchema {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
}

/** What takes something back would hide what was planted from whoever may see it. */
const takesBack = /(withdrawn|unlinked|removed|undone|restored)$/;

/** Of records that the kind makes anew: their numbers must be new. */
const making: { readonly [kind in EntryKind]?: { readonly [member: string]: string } } = {
  "collection.started": { collection: "c77" },
  "collection.finished": { collection: "c77" },
  "item.collected": { item: "i77", collection: "c77" },
  "item.known": { item: "i78" },
  "item.unpacked": { item: "i79" },
  "link.noted": { item: "i76" },
};

/** Answers with the kinds that were written, and those that a rule behind the schemas refused. */
export async function plantEverywhere(
  session: CaseSession,
  { secret, object }: { readonly secret: string; readonly object: `sha256:${string}` },
): Promise<{ planted: EntryKind[]; refused: string[] }> {
  const whole = z.toJSONSchema(EntryBody, { unrepresentable: "any" }) as JsonSchema;
  const byKind = new Map((whole.anyOf ?? whole.oneOf ?? []).map((one) => [one.properties?.["kind"]?.const as EntryKind, one]));
  const planted: EntryKind[] = [];
  const refused: string[] = [];
  for (const kind of entryKinds) {
    if (leftOut.has(kind) || takesBack.test(kind)) continue;
    const { seal, opens } = createSealing(session.writer);
    const fill = filler({ secret, object, defs: whole.$defs ?? {}, sealed: (words) => seal(words) as unknown as Json });
    const filled = fill(byKind.get(kind)?.properties?.["data"] ?? {}) as { readonly [member: string]: Json };
    const data = { ...filled, ...making[kind] };
    try {
      await session.writer.append(() => [{ kind, data, opens } as unknown as EntryDraft]);
      planted.push(kind);
    } catch (error) {
      // Refused by a rule that no schema states: nothing was written. Anything else is a table that cannot take the line.
      if (!(error instanceof CaseError) || error.code !== "INPUT_INVALID") throw new Error(`planting ${kind}`, { cause: error });
      refused.push(`${kind}: ${error.message}`);
    }
  }
  return { planted, refused };
}

interface Filling {
  readonly secret: string;
  readonly object: string;
  readonly defs: { readonly [name: string]: JsonSchema };
  readonly sealed: (words: string) => Json;
}

function filler({ secret, object, defs, sealed }: Filling): (schema: JsonSchema) => Json {
  const words = (schema: JsonSchema): string => {
    const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
    const fits = (one: string) =>
      one.length <= (schema.maxLength ?? 1e9) && one.length >= (schema.minLength ?? 0) && (pattern?.test(one) ?? true);
    const candidates = [
      secret,
      object,
      "2022-03-29T10:00:00Z",
      ...ids,
      "ab".repeat(32),
      "ab".repeat(16),
      "QQ".repeat(22),
      "QQ".repeat(44),
      "uk",
      "1.0",
      "2022-03-30",
    ];
    return candidates.find(fits) ?? "x".repeat(schema.minLength ?? 1);
  };
  const fill = (schema: JsonSchema): Json => {
    if (schema.$ref !== undefined) return fill(defs[schema.$ref.replace("#/$defs/", "")] ?? {});
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return schema.enum[0] ?? null;
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return fill(choices.find(({ type }) => type !== "null") ?? {});
    if (schema.allOf !== undefined) return fill(schema.allOf[0] ?? {});
    if (schema.properties?.["sealed"] !== undefined && Object.keys(schema.properties).length === 1) return sealed(secret);
    switch (schema.type) {
      case "object":
        return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, fill(inner)]));
      case "array":
        if (schema.prefixItems !== undefined) return schema.prefixItems.map(fill);
        return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => fill(schema.items ?? {}));
      case "string":
        return words(schema);
      case "number":
      case "integer":
        return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1);
      case "boolean":
        return true;
      default:
        return null;
    }
  };
  return fill;
}

/** One of every sort of record, of the case as it is. */
const ids = [
  ...["i1", "o1", "c1", "p1", "s1", "a1", "e1", "l1", "h1", "b1", "t1", "m1", "q1", "v1", "r1", "n1", "k1", "d1", "u1", "x1", "g1", "y1"],
  ...["j1", "w1", "qn1", "f1", "z1", "tk1", "cm1", "P1", "st1", "V1", "O1", "sp1", "es1", "rm1", "ed1"],
];
