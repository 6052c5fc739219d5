/** Grounds: every record that something above rests on, with its frames, its measurement and its computation, and what it rests on in its turn. */
import type { Computation, RecordExhibit, ReportRecord } from "../../core/report/report-record.ts";
import { stampWords, stretchCode, withStop } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";
import { recordNames } from "./findings-section.ts";
import { anchorOf, itemLink, type ReportParts, shielded, stillOf } from "./report-parts.ts";

export function recordsSection(parts: ReportParts): Markup {
  const citing = citedBy(parts);
  return markup`<section aria-labelledby="grounds"><h2 id="grounds">Grounds: records, measurements, computations</h2>
<p class="quiet">Each is a record of the case as it stood at its line of the ledger. Time codes count from the beginning of the item as players show it.</p>
${parts.model.records.filter(({ sort }) => sort !== "item").map((record) => recordPart(parts, record, citing.get(record.name) ?? []))}</section>`;
}

/** Names of findings, sheets and records by what they rest on. */
function citedBy({ model }: ReportParts): Map<string, { href: string; name: string }[]> {
  const found = new Map<string, { href: string; name: string }[]>();
  const note = (name: string, by: { href: string; name: string }): void => {
    const list = found.get(name) ?? [];
    if (!list.some((one) => one.name === by.name)) found.set(name, [...list, by]);
  };
  for (const { finding, evidenceFor, evidenceAgainst } of model.findings)
    for (const { record } of [...evidenceFor, ...evidenceAgainst]) note(record, { href: `finding-${finding}`, name: finding });
  for (const { sheet, elements } of model.elementSheets)
    for (const { cells } of elements)
      for (const { grounds } of cells) for (const { record } of grounds) note(record, { href: `sheet-${sheet}`, name: sheet });
  for (const { name, restsOn } of model.records) for (const below of restsOn) note(below, { href: anchorOf(name), name });
  return found;
}

function recordPart(parts: ReportParts, record: ReportRecord, citing: readonly { href: string; name: string }[]): Markup {
  const { name, sort, title, says, line, laterLine, withdrawn, by, at, exhibits, measurements, computation, restsOn } = record;
  return markup`<article class="record" id="${anchorOf(name)}"><h3>${name} <span class="quiet">${sort.replaceAll("-", " ")}</span>: ${foreign(title)}</h3>
${withdrawn === null ? "" : markup`<p class="box warn">Taken back: ${foreign(withdrawn)}</p>`}${laterLine === null ? "" : markup`<p class="box warn">Line ${laterLine} is about it and came later than the line that is cited.</p>`}
${says.filter((words) => words !== title).map((words) => markup`<p>${foreign(words)}</p>`)}
${exhibits.map((one) => exhibitPart(parts, one))}
${measurements.length === 0 ? "" : markup`<h4>Measured</h4><ul>${measurements.map((one) => markup`<li>${foreign(one.name)}: ${foreign(one.value)}${one.from === null ? "" : markup` <span class="quiet">on ${recordNames(parts, [one.from])}</span>`}</li>`)}</ul>`}
${computation === null ? "" : computationPart(parts, computation)}
<p class="small quiet">${restsOn.length === 0 ? "" : markup`Rests on ${recordNames(parts, restsOn)}. `}${citing.length === 0 ? "" : markup`Cited by ${citing.map((one, place) => markup`${place === 0 ? "" : ", "}<a href="#${one.href}">${one.name}</a>`)}. `}${by === null ? "" : `Stated by ${by}`}${at === null ? "" : ` at ${stampWords(at)}`}${by === null && at === null ? "" : ", "}line ${line}.</p></article>`;
}

function exhibitPart(parts: ReportParts, { item, range, frames, box, still }: RecordExhibit): Markup {
  const where = markup`${itemLink(parts, item)}${range === null ? "" : markup` at ${stretchCode(range)}`}${frames === null ? "" : ` (frame ${frames.first}${frames.last === frames.first ? "" : ` to ${frames.last}`}, stamp ${frames.startPts} of ${frames.timeBase} s)`}${box === null ? "" : ", a marked part of the picture"}`;
  if (still === null) return markup`<p>${where}.</p>`;
  const alt = `Frame of ${item}${range === null ? "" : ` at ${stretchCode(range)}`}`;
  return markup`<p>${where}.</p>${shielded(parts.items.get(item), `the frame of ${item}`, stillOf(parts, still, alt))}`;
}

function computationPart(parts: ReportParts, { solver, problem, answer, told, answered, alternatives, again }: Computation): Markup {
  return markup`<h4>Computed by ${foreign(solver)}</h4>
${told.length === 0 ? "" : markup`<p>What it was told:</p><ul>${told.map(({ says, rests }) => markup`<li>${foreign(says)}${rests.length === 0 ? "" : markup` <span class="quiet">Rests on ${recordNames(parts, rests)}.</span>`}</li>`)}</ul>`}
<p>What it answered:</p><ul>${answered.map((words) => markup`<li>${foreign(words)}</li>`)}</ul>
${alternatives.length === 0 ? "" : markup`<p>What else it leaves, and what was rejected:</p><ul>${alternatives.map(({ says, standing, why }) => markup`<li><strong>${standing === "rejected" ? "Rejected" : "Also possible"}</strong>: ${foreign(withStop(says))} <span class="quiet">${foreign(why)}</span></li>`)}</ul>`}
<details class="on-paper"><summary>Ask again</summary><p class="mono">${again}</p>${problem === null ? markup`<p>Problem and answer are withheld from this edition.</p>` : markup`<p class="small">Problem <span class="mono">${problem}</span>, answer <span class="mono">${answer ?? "withheld"}</span>: objects of the pack, under data/objects.</p>`}</details>`;
}
