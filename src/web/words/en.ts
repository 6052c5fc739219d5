/** English, the whole catalogue: each part of the page has its file. Keys are `part.thing`. */
import { enBench } from "./en-bench.ts";
import { enClaimsBoard } from "./en-claims-board.ts";
import { enClaimsExhibits } from "./en-claims-exhibits.ts";
import { enClaimsIdentifications } from "./en-claims-identifications.ts";
import { enClaimsReplies } from "./en-claims-replies.ts";
import { enClaimsTexts } from "./en-claims-texts.ts";
import { enClaims } from "./en-claims.ts";
import { enConditions } from "./en-conditions.ts";
import { enCopies } from "./en-copies.ts";
import { enCustody } from "./en-custody.ts";
import { enDesk } from "./en-desk.ts";
import { enEvents } from "./en-events.ts";
import { enFeatures } from "./en-features.ts";
import { enFind } from "./en-find.ts";
import { enInquiry } from "./en-inquiry.ts";
import { enMap } from "./en-map.ts";
import { enPaste } from "./en-paste.ts";
import { enRecogniser } from "./en-recogniser.ts";
import { enRegions } from "./en-regions.ts";
import { enSearch } from "./en-search.ts";
import { enMembers } from "./en-members.ts";
import { enSheet } from "./en-sheet.ts";
import { enCamera } from "./en-camera.ts";
import { enLayers } from "./en-layers.ts";
import { enPlace } from "./en-place.ts";
import { enSun } from "./en-sun.ts";
import { enTime } from "./en-time.ts";
import { enSpeech } from "./en-speech.ts";
import { enSync } from "./en-sync.ts";
import { enShell } from "./en-shell.ts";
import { enSounds } from "./en-sounds.ts";
import { enReview } from "./en-review.ts";
import { enBlind } from "./en-blind.ts";
import { enSubjects } from "./en-subjects.ts";
import { enWork } from "./en-work.ts";
import { enHandover } from "./en-handover.ts";
import { enCoveredWords } from "./en-covered-words.ts";
import { enRedact } from "./en-redact.ts";
import { enWellbeing } from "./en-wellbeing.ts";
import { enSources } from "./en-sources.ts";

export const en = {
  ...enTime,
  ...enWellbeing,
  ...enCoveredWords,
  ...enRedact,
  ...enHandover,
  ...enWork,
  ...enSubjects,
  ...enBlind,
  ...enReview,
  ...enSun,
  ...enPlace,
  ...enLayers,
  ...enCamera,
  ...enShell,
  ...enSearch,
  ...enDesk,
  ...enCustody,
  ...enConditions,
  ...enSources,
  ...enBench,
  ...enCopies,
  ...enEvents,
  ...enFeatures,
  ...enFind,
  ...enInquiry,
  ...enMap,
  ...enSheet,
  ...enMembers,
  ...enPaste,
  ...enClaimsBoard,
  ...enClaimsExhibits,
  ...enClaimsIdentifications,
  ...enClaimsReplies,
  ...enClaimsTexts,
  ...enClaims,
  ...enSync,
  ...enSpeech,
  ...enRecogniser,
  ...enRegions,
  ...enSounds,
} as const;
