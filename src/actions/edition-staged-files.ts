/** Pages, data, exports and the PDF of an edition, made beside its media in the folder from which the pack is written. */
import { toBase64 } from "../core/bytes/base64.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { EditionCard } from "../core/edition/edition-card.ts";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { ReportModel } from "../core/report/report.ts";
import { writeReport } from "../formats/report-html/write-report.ts";
import { editionCard, editionFiles, mediaCards } from "./edition-files.ts";
import type { HandOverPorts, PackOfEdition } from "./hand-over.ts";

/** Printed and left behind. */
const paperPage = "paper.html";

/** Pages, data and exports are written beside the media; the page is printed where it lies, so that its pictures are those of the edition. */
export async function stageFiles(
  ports: Pick<HandOverPorts, "print" | "readStaged">,
  staging: EditionStaging,
  model: ReportModel,
  commitments: Json | undefined,
  tell: (detail: string) => void,
): Promise<Pick<PackOfEdition, "files" | "says"> & { noPdf: string | null }> {
  const media = model.items.flatMap(({ files }) => files).filter(({ sort }) => sort !== "full");
  const stills = new Map<string, string>();
  for (const { path, mediaType } of media)
    if (mediaType.startsWith("image/")) stills.set(path, `data:${mediaType};base64,${toBase64(await ports.readStaged(staging, path))}`);
  tell("writing the report");
  const made = editionFiles(model, stills);
  if (commitments !== undefined) {
    const bytes = encodeUtf8(`${canonicalJson(commitments)}\n`);
    const says = "Salted commitments to the originals: they can be opened later, and find nothing by themselves";
    made.push({ path: "commitments.json", bytes, card: { path: "commitments.json", sort: "data", mediaType: "application/json", says } });
  }
  for (const { path, bytes } of made) await staging.write(path, bytes);
  tell("printing the report");
  await staging.write(paperPage, encodeUtf8(writeReport(model, stills, { paper: true })));
  const printed = await ports.print(await staging.room(paperPage), await staging.room("report.pdf"));
  const pdf =
    printed.state === "none"
      ? []
      : [{ path: "report.pdf", sort: "report" as const, mediaType: "application/pdf", says: "The report for paper" }];
  const noPdf = printed.state === "none" ? printed.why : null;
  const card = editionCard(model, [...made.map((one) => one.card), ...pdf, ...mediaCards(model)], noPdf);
  await staging.write("edition.json", encodeUtf8(`${canonicalJson(EditionCard.parse(card) as unknown as Json)}\n`));
  const paths = ["edition.json", ...made.map(({ path }) => path), ...pdf.map(({ path }) => path), ...media.map(({ path }) => path)];
  return {
    files: await Promise.all(paths.map(async (path) => ({ path, bytes: { copyOf: await staging.room(path) } }))),
    says: new Map(card.files.map((one) => [one.path, { mediaType: one.mediaType, says: one.says }])),
    noPdf,
  };
}

export async function originals(mediaOf: HandOverPorts["mediaOf"], model: ReportModel): Promise<PackOfEdition["files"]> {
  const files: PackOfEdition["files"][number][] = [];
  for (const { item, files: own } of model.items)
    for (const { path, sort } of own) {
      if (sort !== "full") continue;
      const media = await mediaOf(item);
      if (media !== undefined) files.push({ path, bytes: { copyOf: media.path } });
    }
  return files;
}
