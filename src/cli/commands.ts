/** The commands by name, in the order of the help. Each is loaded when it is asked for: one loads a third of what all do. */
import type { Command } from "./command.ts";

const loaders: { readonly [name: string]: () => Promise<Command> } = {
  open: async () => (await import("./commands/open.ts")).openCommand,
  add: async () => (await import("./commands/add.ts")).addCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
  status: async () => (await import("./commands/status.ts")).statusCommand,
  items: async () => (await import("./commands/items.ts")).itemsCommand,
  search: async () => (await import("./commands/search.ts")).searchCommand,
  rebuild: async () => (await import("./commands/rebuild.ts")).rebuildCommand,
  copy: async () => (await import("./commands/copy.ts")).copyCommand,
  seal: async () => (await import("./commands/seal.ts")).sealCommand,
  "encrypt-pack": async () => (await import("./commands/encrypt-pack.ts")).encryptPackCommand,
  "open-pack": async () => (await import("./commands/open-pack.ts")).openPackCommand,
  "hand-over": async () => (await import("./commands/hand-over.ts")).handOverCommand,
  "cover-words": async () => (await import("./commands/cover-words.ts")).coverWordsCommand,
  disclosures: async () => (await import("./commands/disclosures.ts")).disclosuresCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  timestamp: async () => (await import("./commands/timestamp.ts")).timestampCommand,
  erase: async () => (await import("./commands/erase.ts")).eraseCommand,
  key: async () => (await import("./commands/key.ts")).keyCommand,
  fixity: async () => (await import("./commands/fixity.ts")).fixityCommand,
  note: async () => (await import("./commands/note.ts")).noteCommand,
  source: async () => (await import("./commands/source.ts")).sourceCommand,
  conditions: async () => (await import("./commands/conditions.ts")).conditionsCommand,
  link: async () => (await import("./commands/link.ts")).linkCommand,
  receipt: async () => (await import("./commands/receipt.ts")).receiptCommand,
  "verify-receipt": async () => (await import("./commands/receipt.ts")).verifyReceiptCommand,
  map: async () => (await import("./commands/map.ts")).mapCommand,
  layer: async () => (await import("./commands/layer.ts")).layerCommand,
  sheet: async () => (await import("./commands/sheet.ts")).sheetCommand,
  time: async () => (await import("./commands/time.ts")).timeCommand,
  sun: async () => (await import("./commands/sun.ts")).sunCommand,
  place: async () => (await import("./commands/place.ts")).placeCommand,
  camera: async () => (await import("./commands/camera.ts")).cameraCommand,
  sync: async () => (await import("./commands/sync.ts")).syncCommand,
  gazetteer: async () => (await import("./commands/gazetteer.ts")).gazetteerCommand,
  extract: async () => (await import("./commands/extract.ts")).extractCommand,
  features: async () => (await import("./commands/features.ts")).featuresCommand,
  hash: async () => (await import("./commands/hash.ts")).hashCommand,
  match: async () => (await import("./commands/match.ts")).matchCommand,
  copies: async () => (await import("./commands/copies.ts")).copiesCommand,
  find: async () => (await import("./commands/find.ts")).findCommand,
  tiers: async () => (await import("./commands/tiers.ts")).tiersCommand,
  claims: async () => (await import("./commands/claims.ts")).claimsCommand,
  contradictions: async () => (await import("./commands/contradictions.ts")).contradictionsCommand,
  lint: async () => (await import("./commands/lint.ts")).lintCommand,
  transcribe: async () => (await import("./commands/transcribe.ts")).transcribeCommand,
  "read-signs": async () => (await import("./commands/read-signs.ts")).readSignsCommand,
  detect: async () => (await import("./commands/detect.ts")).detectCommand,
  findings: async () => (await import("./commands/findings.ts")).findingsCommand,
  tasks: async () => (await import("./commands/tasks.ts")).tasksCommand,
  stale: async () => (await import("./commands/stale.ts")).staleCommand,
  blind: async () => (await import("./commands/blind.ts")).blindCommand,
  "blind-packet": async () => (await import("./commands/blind-packet.ts")).blindPacketCommand,
  "blind-desk": async () => (await import("./commands/blind-desk.ts")).blindDeskCommand,
  "blind-answer": async () => (await import("./commands/blind-answer.ts")).blindAnswerCommand,
  "blind-import": async () => (await import("./commands/blind-import.ts")).blindImportCommand,
  "blind-reveal": async () => (await import("./commands/blind-answer.ts")).blindRevealCommand,
  origins: async () => (await import("./commands/origins.ts")).originsCommand,
};

/** Undefined when there is none of that name. */
export async function commandNamed(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
