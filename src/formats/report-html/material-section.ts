/** The material: items with their files and custody, words that are said, persons by label, element sheets. */
import type { CustodyAnswer, EditionFile, ReportItem, ReportTier } from "../../core/report/report-item.ts";
import type { ReportElementSheet } from "../../core/report/report-finding.ts";
import { stretchCode, timeCode } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup, prose } from "../markup/markup.ts";
import { groundLine, itemLink, recordLink, type ReportParts, shielded, stillOf } from "./report-parts.ts";
import { asWords, coverageWords, graphicWords, protectionWords } from "./report-words.ts";

export function elementsSection(parts: ReportParts): Markup {
  const { elementSheets } = parts.model;
  if (elementSheets.length === 0) return markup``;
  return markup`<section aria-labelledby="elements"><h2 id="elements">Element sheets</h2><p class="quiet">Facts mapped to the elements of a crime. They say what the material shows of each element; they do not say that anybody is guilty.</p>${elementSheets.map((sheet) => sheetPart(parts, sheet))}</section>`;
}

function sheetPart(parts: ReportParts, { sheet, version, title, event, elements }: ReportElementSheet): Markup {
  return markup`<article id="sheet-${sheet}"><h3>${foreign(title)}</h3><p class="small quiet">${sheet}, version ${version}, about ${recordLink(parts, event)}</p>
${elements.map(({ key, title: words, cells }) => markup`<h4>${key}. ${foreign(words)}</h4>${cells.map((cell) => markup`<div class="box coverage-${cell.coverage}"><p><strong>${coverageWords[cell.coverage]}</strong></p>${prose(cell.text)}${cell.why === "" ? "" : markup`<div><span class="quiet">Missing: </span>${prose(cell.why)}</div>`}${cell.grounds.length === 0 ? "" : markup`<ul>${cell.grounds.map((one) => groundLine(parts, one))}</ul>`}</div>`)}`)}</article>`;
}

export function subjectsSection(parts: ReportParts): Markup {
  const { subjects } = parts.model;
  if (subjects.length === 0) return markup``;
  return markup`<section aria-labelledby="subjects"><h2 id="subjects">Persons in the material</h2><p class="quiet">Labels stand for persons as clothing and position tell them apart. No name is used, and no face or voice was compared by a machine.</p>
${subjects.map(
  (
    one,
  ) => markup`<article class="record"><h3 id="subject-${one.subject}">${one.subject} <span class="quiet">${one.known === "seen" ? "seen" : "only spoken of"}</span></h3>${prose(one.description)}
${one.roleAsClaimed === null ? "" : markup`<p>Role as somebody claims it: ${foreign(one.roleAsClaimed)}</p>`}${one.protection.length === 0 ? "" : markup`<p>Protected: ${one.protection.map((sort) => protectionWords[sort]).join("; ")}.</p>`}
${one.states.length === 0 ? "" : markup`<ul>${one.states.map((state) => markup`<li>${itemLink(parts, state.item)} at ${stretchCode(state)}: ${foreign(state.says)} <span class="quiet small">${recordLink(parts, state.record)}</span></li>`)}</ul>`}</article>`,
)}</section>`;
}

export function tiersSection(parts: ReportParts): Markup {
  const { tiers } = parts.model;
  if (tiers.length === 0) return markup``;
  return markup`<section aria-labelledby="words"><h2 id="words">What is said and written in the recordings</h2>${tiers.map((tier) => tierPart(parts, tier))}</section>`;
}

function tierPart(parts: ReportParts, tier: ReportTier): Markup {
  const drafts = tier.segments.filter(({ draft }) => draft).length;
  return markup`<article id="${`tier-${tier.tier}`}"><h3>${tier.tier}: ${tier.sort} in ${tier.language}, of ${itemLink(parts, tier.item)}</h3>
<p class="small">Version ${tier.version}, ${foreign(tier.made)}. Transcribed or translated by ${tier.writers.join(", ") || "nobody here"}; read against the recording by ${tier.reviewers.join(", ") || "no second person"}.${tier.from === null ? "" : markup` Translates ${tier.from}.`}${drafts === 0 ? "" : markup` <strong>${drafts} segments are a machine's draft.</strong>`}</p>
<div class="wide"><table><thead><tr><th>Time</th><th>Speaker</th><th>Words</th><th>Read by a second person</th></tr></thead><tbody>${tier.segments.map(
    (one) =>
      markup`<tr id="${`tier-${tier.tier}-${one.id}`}"><td>${timeCode(one.startS)}</td><td>${one.speaker ?? ""}</td><td lang="${tier.language}">${foreign(one.text)}${one.alternatives.length === 0 ? "" : markup`<br/><span class="quiet">or: ${one.alternatives.map((words, at) => markup`${at === 0 ? "" : "; "}${foreign(words)}`)}</span>`}</td><td>${one.reviewed ? "yes" : one.draft ? "no: a machine's draft" : "no"}</td></tr>`,
  )}</tbody></table></div></article>`;
}

export function itemsSection(parts: ReportParts): Markup {
  return markup`<section aria-labelledby="items"><h2 id="items">Items, their files and their custody</h2>${parts.model.items.map((item) => itemPart(parts, item))}</section>`;
}

function itemPart(parts: ReportParts, item: ReportItem): Markup {
  return markup`<article class="record" id="item-${item.item}"><h3 id="${`r-${item.item}`}">${foreign(item.label)}</h3>
<dl><dt>In this edition</dt><dd>${asWords[item.as]}${item.why === "" ? "" : markup`. ${foreign(item.why)}`}</dd><dt>To look at</dt><dd>${graphicWords[item.graphic]}</dd>
${item.object === null ? "" : markup`<dt>SHA-256 of its bytes</dt><dd class="mono">${item.object}</dd>`}${item.bytes === null ? "" : markup`<dt>Size</dt><dd>${item.bytes} bytes</dd>`}${item.durationS === null ? "" : markup`<dt>Length</dt><dd>${timeCode(item.durationS)}</dd>`}
${item.link === null ? "" : markup`<dt>Address</dt><dd>${foreign(item.link)}</dd>`}${item.postedBy === null ? "" : markup`<dt>Posted by</dt><dd>${foreign(item.postedBy)}</dd>`}
${item.held.length === 0 ? "" : markup`<dt>Held</dt><dd><ul>${item.held.map((words) => markup`<li>${foreign(words)}</li>`)}</ul></dd>`}</dl>
${item.files.map((file) => filePart(parts, item, file))}
<details class="on-paper"><summary>Custody: the six questions of the WITNESS archiving guide</summary><dl>${custodyRows.map(([name, words]) => custodyRow(words, item.custody[name]))}</dl></details></article>`;
}

const custodyRows = [
  ["captured", "Who filmed it, and when"],
  ["access", "Who has had it since"],
  ["altered", "Was it altered"],
  ["enhanced", "Who enhanced or covered it, when and why"],
  ["repeatable", "What was done, and can it be repeated"],
  ["alteredSince", "Was it altered after that"],
] as const;

function custodyRow(name: string, answers: readonly CustodyAnswer[]): Markup {
  return markup`<dt>${name}</dt><dd>${answers.length === 0 ? "No line says so." : markup`<ul>${answers.map(({ text, line }) => markup`<li>${foreign(text)}${line === null ? "" : markup` <span class="quiet">(line ${line})</span>`}</li>`)}</ul>`}</dd>`;
}

const fileWords: { readonly [sort in EditionFile["sort"]]: string } = {
  ...{ full: "the whole, unchanged", redacted: "the redacted copy", excerpt: "an excerpt", still: "a frame", tier: "words as WebVTT" },
};

function filePart(parts: ReportParts, item: ReportItem, file: EditionFile): Markup {
  const { made, range, sort } = file;
  const how =
    made === null
      ? markup`The bytes as they were collected.`
      : markup`Made by ${made.label}${made.from === null ? "" : markup` from <span class="mono">${made.from}</span>`}: ${foreign(made.says)} <span class="quiet">${foreign(made.program)}</span>${made.command === "" ? "" : markup` <details class="on-paper"><summary>Command</summary><p class="mono">${foreign(made.command)}</p></details>`}`;
  return markup`<div class="box"><p>${fileName(parts, file.path)}: ${fileWords[sort]}${range === null ? "" : `, ${stretchCode(range)}`}. <span class="quiet small">${file.bytes} bytes, <span class="mono">${file.digest}</span></span></p><div class="small">${how}</div>${playerOf(parts, item, file)}</div>`;
}

function fileName({ paper }: ReportParts, path: string): Markup {
  if (paper) return markup`<span>${path}</span>`;
  const address = path
    .split("/")
    .map((one) => encodeURIComponent(one))
    .join("/");
  return markup`<a href="${address}">${path}</a>`;
}

/** Nothing plays by itself, and nothing sounds until a reader turns it on. */
function playerOf(parts: ReportParts, item: ReportItem, { path, sort, mediaType, range }: EditionFile): Markup {
  const source = path
    .split("/")
    .map((one) => encodeURIComponent(one))
    .join("/");
  const what = `${fileWords[sort]} of ${item.item}`;
  if (mediaType.startsWith("image/"))
    return shielded(item, what, stillOf(parts, path, `${what}${range === null ? "" : ` at ${stretchCode(range)}`}`));
  if (parts.paper) return shielded(item, what, markup``);
  if (mediaType.startsWith("video/"))
    return shielded(item, what, markup`<video controls muted preload="none" playsinline src="${source}"></video>`);
  if (mediaType.startsWith("audio/")) return shielded(item, what, markup`<audio controls muted preload="none" src="${source}"></audio>`);
  return markup``;
}
