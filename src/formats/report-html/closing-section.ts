/** What is not in the report, how it came to be, and how a stranger checks it. */
import type { ReportPerson } from "../../core/report/report-certification.ts";
import { stampWords, withStop } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";
import { recordLink, type ReportParts } from "./report-parts.ts";

export function leftOutSection(parts: ReportParts): Markup {
  const { withheld, rejected, notDone, open } = parts.model.leftOut;
  const list = (title: string, none: string, lines: readonly Markup[]): Markup =>
    markup`<h3>${title}</h3>${lines.length === 0 ? markup`<p>${none}</p>` : markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`}`;
  return markup`<section aria-labelledby="left-out"><h2 id="left-out">Withheld, rejected, not done, open</h2>
${list(
  "Withheld from this edition",
  "Nothing of what the findings rest on.",
  withheld.map(({ what, why }) => markup`${foreign(what)}: ${foreign(why)}`),
)}
${list(
  "Looked at and rejected",
  "Nothing is recorded as rejected.",
  rejected.map(
    ({ what, why, record }) =>
      markup`${foreign(withStop(what))} ${foreign(why)}${record === null ? "" : markup` <span class="quiet">${recordLink(parts, record)}</span>`}`,
  ),
)}
${list(
  "Not done",
  "Nothing is recorded as not done.",
  notDone.map((words) => foreign(words)),
)}
${list(
  "Contradictions that stay open",
  "None is recorded. That does not show that there is none.",
  open.map((words) => foreign(words)),
)}</section>`;
}

export function certificationSection({ model }: ReportParts): Markup {
  const { certification, edition, case: of } = model;
  return markup`<section aria-labelledby="certification"><h2 id="certification">Certification</h2>
<dl><dt>Case</dt><dd>${foreign(of.title)} <span class="mono">${of.id}</span></dd><dt>Edition</dt><dd>${edition.id}, version ${edition.version}, ${edition.sort}</dd><dt>Made</dt><dd>${stampWords(edition.at)} by the clock of the machine that made it, with ${foreign(edition.program)}</dd>
<dt>Head of the ledger</dt><dd>line ${certification.seq}, short code <strong class="mono">${certification.shortCode}</strong><br/><span class="mono">${certification.head}</span></dd></dl>
<h3>Method</h3><ul>${certification.method.map((words) => markup`<li>${foreign(words)}</li>`)}</ul>
<h3>People and keys</h3><div class="wide"><table><thead><tr><th>Label</th><th>Who</th><th>Did</th><th>Keys</th></tr></thead><tbody>${certification.people.map((person) => personRow(person))}</tbody></table></div>
<h3>Tools</h3><div class="wide"><table><thead><tr><th>Tool</th><th>Version</th><th>Used for</th></tr></thead><tbody>${certification.tools.map(({ name, version, used }) => markup`<tr><td>${foreign(name)}</td><td>${foreign(version)}</td><td>${foreign(used)}</td></tr>`)}</tbody></table></div>
<h3>Time stamps</h3>${certification.timestamps.length === 0 ? markup`<p>None: nothing but clocks of machines says when.</p>` : markup`<ul>${certification.timestamps.map(({ line, at, authority }) => markup`<li>${stampWords(at)} by ${foreign(authority)} (line ${line})</li>`)}</ul>`}
<h3>What no check shows</h3><ul>${certification.notShown.map((words) => markup`<li>${foreign(words)}</li>`)}</ul></section>`;
}

function personRow({ label, person, name, did, keys }: ReportPerson): Markup {
  return markup`<tr><td>${label}</td><td>${name === null ? "name withheld" : foreign(name)}${person === null ? "" : markup`<br/><span class="mono">${person}</span>`}</td><td class="did">${did.map((words) => markup`${foreign(words)}<br/>`)}</td><td>${keys.length === 0 ? "withheld" : keys.map(({ key, fromLine, state, known }) => markup`<span class="mono">${key}</span><br/>from line ${fromLine}, ${state.replaceAll("-", " ")}; known ${foreign(known)}<br/>`)}</td></tr>`;
}

export function checkSection({ model }: ReportParts): Markup {
  return markup`<section aria-labelledby="check"><h2 id="check">How to check this report</h2><ol>
<li>Keep the whole pack together: this report lies in it under data/edition.</li>
<li>Open a verify page or run <span class="mono">witnessmark verify</span> that did not come with the pack. It hashes every file and says how many of how many are as they were sealed.</li>
<li>Ask whoever gave it to you for the short code by another way (by voice, on paper) and compare: <strong class="mono">${model.certification.shortCode}</strong>. The pack is sealed a few lines later; the code above must be in its history.</li>
${
  model.edition.sort === "public"
    ? markup`<li>Follow a key point to its finding and its grounds, as far as this edition shows them. Problems and answers of computations are withheld here, and so are most lines of the history: ask whoever holds the court edition to repeat them.</li>
<li>The pack was searched for what is withheld before it got its name (<span class="mono">docs/method/leak-test.md</span> of the program says for what, and what it cannot see). What it found stopped it; that it found nothing shows nothing of what nobody marked or named.</li>`
    : markup`<li>Follow a key point to its finding, its grounds, their frames and computations. Computations can be asked again with <span class="mono">witnessmark verify --recompute</span>, as far as their objects lie in this pack.</li>`
}</ol></section>`;
}
