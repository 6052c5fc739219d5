/**
 * Findings as schema.org ClaimReview, and MediaReview where a finding answers what kind of media it is. What is reviewed is the
 * finding's own statement, rated in the words of its own ladder: no claim of anybody else gets a verdict that the finding does not say.
 * Likelihood and confidence never stand in one sentence; a ladder without numbers gets none.
 */
import type { LikelihoodTerm } from "../../core/finding/finding.ts";
import type { ReportFinding } from "../../core/report/report-finding.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { answerWords } from "../../core/report/report-words.ts";
import { caseUrn, hashUrn } from "../web-annotation/write-annotations.ts";

type Json = { readonly [name: string]: unknown };

/** ICD 203, least to most: the place in the row is the value. */
const terms: readonly LikelihoodTerm[] = [
  ...(["almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely", "almost-certain"] as const),
];
/** The categories of MediaReview, as a choice may name them. */
const mediaCategories = [
  ...["DecontextualizedContent", "EditedOrCroppedContent", "OriginalMediaContent", "SatireOrParodyContent", "StagedContent"],
  "TransformedContent",
] as const;

export function reviewsOf(model: ReportModel): Json {
  const graph = model.findings.flatMap((finding) => [claimReview(model, finding), ...mediaReview(model, finding)]);
  return { "@context": "https://schema.org", "@graph": graph };
}

function claimReview(model: ReportModel, finding: ReportFinding): Json {
  const shown = itemsOf(model, finding);
  return {
    "@type": "ClaimReview",
    "@id": idOf(model, finding),
    url: idOf(model, finding),
    claimReviewed: finding.statement.toWellFormed(),
    datePublished: model.edition.at,
    inLanguage: model.edition.language,
    author: { "@type": "Organization", name: `The makers of ${model.edition.title}`.toWellFormed() },
    itemReviewed: {
      "@type": "Claim",
      name: finding.question.text.toWellFormed(),
      text: answerWords(finding.answer).toWellFormed(),
      appearance: shown.map((item) => ({
        "@type": "CreativeWork",
        "@id": itemId(model, item),
        name: item.label.toWellFormed(),
        ...(item.link === null ? {} : { url: item.link }),
      })),
    },
    reviewRating: ratingOf(finding),
    reviewBody: bodyOf(finding).toWellFormed(),
  };
}

function ratingOf({ answer, likelihood, grade }: ReportFinding): Json {
  if (answer.sort === "cannot-tell")
    return { "@type": "Rating", alternateName: "cannot tell", ratingExplanation: answer.why.toWellFormed() };
  switch (likelihood.ladder) {
    case "icd-203":
      return {
        "@type": "Rating",
        alternateName: likelihood.term.replaceAll("-", " "),
        ratingValue: terms.indexOf(likelihood.term) + 1,
        bestRating: terms.length,
        worstRating: 1,
        ratingExplanation: `How likely the answer is, as the finding says, on the seven terms of ICD 203 from "almost no chance" (1) to "almost certain" (7). Grade of the question: ${grade}.`,
      };
    case "un-proof":
      return {
        "@type": "Rating",
        alternateName: likelihood.standard.replaceAll("-", " "),
        ratingExplanation: `The standard of proof that the finding says is met; standards are no scale of likelihood. Grade of the question: ${grade}.`,
      };
    case "none":
      return {
        "@type": "Rating",
        alternateName: grade,
        ratingExplanation: `The finding states no likelihood: ${likelihood.why}`.toWellFormed(),
      };
  }
}

/** A sentence each. */
function bodyOf({
  confidence,
  evidenceFor,
  evidenceAgainst,
  lookedAgainst,
  unknown,
  limits,
  blind,
  openContradictions,
}: ReportFinding): string {
  return [
    `Confidence: ${confidence.level}. ${confidence.reasons}`,
    `Rests on ${evidenceFor.length} records for it and ${evidenceAgainst.length} against it.`,
    evidenceAgainst.length === 0 ? `Looked against: ${lookedAgainst}` : "",
    ...openContradictions.map((one) => `Open contradiction: ${one}`),
    ...unknown.map((one) => `Not known: ${one}`),
    limits === "" ? "" : `Limits: ${limits}`,
    blind.state === "none" ? "Nobody repeated it blind." : `Repeated blind: ${blind.state}.`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Only where the finding's own answer is one of the categories. */
function mediaReview(model: ReportModel, finding: ReportFinding): Json[] {
  const { answer } = finding;
  if (answer.sort !== "choice") return [];
  const folded = answer.choice.replaceAll(/[^a-z]/gi, "").toLowerCase();
  const category = mediaCategories.find((name) => folded === name.toLowerCase());
  if (category === undefined) return [];
  return [
    {
      "@type": "MediaReview",
      "@id": `${idOf(model, finding)}:media`,
      url: `${idOf(model, finding)}:media`,
      datePublished: model.edition.at,
      author: { "@type": "Organization", name: `The makers of ${model.edition.title}`.toWellFormed() },
      mediaAuthenticityCategory: category,
      originalMediaContextDescription: finding.statement.toWellFormed(),
      itemReviewed: {
        "@type": "MediaReviewItem",
        mediaItemAppearance: itemsOf(model, finding).map((item) => ({
          "@type": snapshotType(item),
          "@id": itemId(model, item),
          name: item.label.toWellFormed(),
          ...(item.link === null ? {} : { contentUrl: item.link }),
        })),
      },
    },
  ];
}

function snapshotType({ kind }: ReportItem): string {
  return { video: "VideoObjectSnapshot", audio: "AudioObjectSnapshot", picture: "ImageObjectSnapshot" }[kind as string] ?? "MediaObject";
}

function itemsOf({ items, records }: ReportModel, { evidenceFor, evidenceAgainst }: ReportFinding): ReportItem[] {
  const grounds = [...evidenceFor, ...evidenceAgainst];
  const names = new Set<string>(grounds.flatMap(({ item, record }) => [record, ...(item === null ? [] : [item])]));
  for (const { name, exhibits } of records) if (names.has(name)) for (const { item } of exhibits) names.add(item);
  return items.filter(({ item }) => names.has(item));
}

function idOf(model: ReportModel, { finding, version }: ReportFinding): string {
  return `${caseUrn(model)}:${finding}:v${version}`;
}

function itemId(model: ReportModel, { item, object }: ReportItem): string {
  return object === null ? `${caseUrn(model)}:${item}` : hashUrn(object);
}
