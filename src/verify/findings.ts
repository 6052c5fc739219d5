/** Collects what was found. A hostile ledger can be wrong in every line: of each code only so many are listed, the rest counted. */
import type { Finding, FindingCode, FindingWeight } from "./report.ts";

const listedPerCode = 10_000;

export interface Findings {
  against(code: FindingCode, text: string, where?: { line?: number; path?: string }): void;
  notice(code: FindingCode, text: string, where?: { line?: number; path?: string }): void;
  has(code: FindingCode): boolean;
  readonly holds: boolean;
  listed(): readonly Finding[];
  leftOut(): { readonly [code: string]: number };
}

export function createFindings(): Findings {
  const byCode = new Map<FindingCode, { listed: Finding[]; more: number }>();
  let holds = true;

  function add(weight: FindingWeight, code: FindingCode, text: string, where: { line?: number; path?: string } = {}): void {
    if (weight === "against") holds = false;
    const kind = byCode.get(code) ?? { listed: [], more: 0 };
    byCode.set(code, kind);
    if (kind.listed.length < listedPerCode) kind.listed.push({ code, weight, text, ...where });
    else kind.more++;
  }

  return {
    against: (code, text, where) => add("against", code, text, where),
    notice: (code, text, where) => add("notice", code, text, where),
    has: (code) => byCode.has(code),
    get holds() {
      return holds;
    },
    listed: () => {
      const all = [...byCode.values()].flatMap(({ listed }) => listed);
      return [...all.filter(({ weight }) => weight === "against"), ...all.filter(({ weight }) => weight === "notice")];
    },
    leftOut: () => Object.fromEntries([...byCode].filter(([, { more }]) => more > 0).map(([code, { more }]) => [code, more])),
  };
}
