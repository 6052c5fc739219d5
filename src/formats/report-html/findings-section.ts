/** Key points and findings: what is said, on what it rests, what speaks against it, what is not known. */
import type { ReportFinding } from "../../core/report/report-finding.ts";
import { answerWords, stampWords } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup, prose } from "../markup/markup.ts";
import { groundLine, recordLink, type ReportParts } from "./report-parts.ts";
import { blindWords, gradeWords, likelihoodWords } from "./report-words.ts";

export function keyPointsSection(parts: ReportParts): Markup {
  const { keyPoints, findings } = parts.model;
  return markup`<section aria-labelledby="key-points"><h2 id="key-points">Key points</h2><ol class="key-points">${keyPoints.map(
    ({ id, finding, text, wordedBy, confirmedBy }) => {
      const found = findings.find((one) => one.finding === finding);
      return markup`<li id="${id}"><p class="says">${foreign(text)}</p>
${
  found === undefined
    ? ""
    : markup`${wordedBy === null ? "" : markup`<p class="small">In other words than the finding's: worded by ${wordedBy} for this edition${confirmedBy.length === 0 ? "" : `, confirmed by ${confirmedBy.join(", ")}`}. What was signed and approved reads: <q>${foreign(found.statement)}</q></p>`}<p class="small">Grade: ${gradeWords[found.grade]}. Likelihood: ${foreign(likelihoodWords(found.likelihood))}.</p><p class="small">Confidence: ${found.confidence.level}.</p>
<p class="small quiet">${counts(found)}; ${blindWords[found.blind.state]}. <a href="#finding-${finding}">Grounds and limits: ${finding}</a></p>`
}</li>`;
    },
  )}</ol></section>`;
}

function counts({ evidenceFor, evidenceAgainst, approved }: ReportFinding): string {
  const against = evidenceAgainst.length === 0 ? "nothing found against it" : `${evidenceAgainst.length} against`;
  return `${evidenceFor.length} grounds for, ${against}; the finding was approved by ${approved.map(({ label }) => label).join(", ") || "nobody"}`;
}

export function findingsSection(parts: ReportParts): Markup {
  return markup`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>${parts.model.findings.map((finding) => findingPart(parts, finding))}</section>`;
}

function findingPart(parts: ReportParts, finding: ReportFinding): Markup {
  const { evidenceFor, evidenceAgainst, hypotheses, openContradictions, unknown } = finding;
  return markup`<article id="finding-${finding.finding}"><h3>${finding.finding}: ${foreign(finding.statement)}</h3>
${finding.staleSince.map(({ line, why }) => markup`<p class="box warn">Line ${line} came after this was signed and touches its grounds: ${foreign(why)}</p>`)}
<dl><dt>Question</dt><dd>${foreign(finding.question.text)} <span class="quiet">(${finding.question.sort}; asked ${foreign(finding.question.precision)})</span></dd>
<dt>Answer</dt><dd>${foreign(answerWords(finding.answer))}</dd>
<dt>Grade</dt><dd>${gradeWords[finding.grade]}</dd>
<dt>Likelihood</dt><dd>${foreign(likelihoodWords(finding.likelihood))}</dd>
<dt>Confidence</dt><dd>${finding.confidence.level}. ${prose(finding.confidence.reasons)}</dd>
<dt>What would change it</dt><dd>${prose(finding.wouldChange)}</dd></dl>
<h4>Evidence for</h4>${groundList(parts, evidenceFor, "None is cited.")}
<h4>Evidence against</h4>${groundList(parts, evidenceAgainst, "None was found.")}${finding.lookedAgainst === "" ? "" : markup`<div><span class="quiet">Looked for: </span>${prose(finding.lookedAgainst)}</div>`}
${hypotheses.length === 0 ? "" : markup`<h4>Hypotheses considered</h4><ul>${hypotheses.map(({ hypothesis, why }) => hypothesisLine(parts, hypothesis, why))}</ul>`}
${openContradictions.length === 0 ? "" : markup`<h4>Contradictions that stay open</h4><ul>${openContradictions.map((words) => markup`<li>${foreign(words)}</li>`)}</ul>`}
<h4>What is not known</h4>${unknown.length === 0 ? markup`<p>Nothing is stated here.</p>` : markup`<ul>${unknown.map((words) => markup`<li>${foreign(words)}</li>`)}</ul>`}
<dl><dt>Method</dt><dd>${prose(finding.method)}</dd><dt>Limits</dt><dd>${prose(finding.limits)}</dd>
<dt>Signed</dt><dd>${acts(finding.signed)} (version ${finding.version})</dd><dt>Approved</dt><dd>${acts(finding.approved)}</dd></dl>
${blindPart(finding)}</article>`;
}

function groundList(parts: ReportParts, grounds: ReportFinding["evidenceFor"], none: string): Markup {
  return grounds.length === 0 ? markup`<p>${none}</p>` : markup`<ul>${grounds.map((one) => groundLine(parts, one))}</ul>`;
}

function hypothesisLine({ model }: ReportParts, id: string, why: string): Markup {
  const found = model.hypotheses.find(({ hypothesis }) => hypothesis === id);
  return markup`<li>${id}${found === undefined ? "" : markup` (${found.standing}): ${foreign(found.statement)}`} <span class="quiet">${foreign(why)}</span></li>`;
}

function acts(list: ReportFinding["signed"]): Markup {
  return markup`${list.map(({ label, at, line }, place) => markup`${place === 0 ? "" : ", "}${label} at ${stampWords(at)} (line ${line})`)}`;
}

function blindPart({ blind }: ReportFinding): Markup {
  return markup`<div class="box"><h4>Blind second answer</h4>${blind.says.map((words) => markup`<p>${foreign(words)}</p>`)}
${blind.answers.length === 0 ? "" : markup`<ul>${blind.answers.map(({ label, answer, sealedLine, revealedLine, commitment }) => markup`<li>${foreign(label)}: ${answer === null ? "not revealed" : foreign(answerWords(answer))}. <span class="quiet small">Sealed in line ${sealedLine}${revealedLine === null ? "" : `, revealed in line ${revealedLine}`}; commitment <span class="mono">${commitment}</span></span></li>`)}</ul>`}
${blind.resolution === null ? "" : markup`<p>Resolution: ${foreign(blind.resolution)}</p>`}${blind.minorityViews.map(({ label, text }) => markup`<p>Minority view of ${foreign(label)}: ${foreign(text)}</p>`)}</div>`;
}

export function recordNames(parts: ReportParts, names: readonly string[]): Markup {
  return markup`${names.map((name, at) => markup`${at === 0 ? "" : ", "}${recordLink(parts, name)}`)}`;
}
