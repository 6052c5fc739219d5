/** English, as data for the rules that propose claims. */
import { enActs } from "./en-acts.ts";
import {
  enBareActors,
  enDocuments,
  enGroups,
  enIdentified,
  enInstitutions,
  enOne,
  enOutlets,
  enPersons,
  enPlaceNouns,
  enSeveral,
  enUncounted,
} from "./en-nouns.ts";
import { enClauseOpeners, enDeterminers, enJoiners, enPlacePrepositions, enPronouns, enSmall } from "./en-small.ts";
import type { Lexicon } from "./lexicon.ts";
import { list } from "./list.ts";
import { turns } from "./turns.ts";

const says = (phrases: string, more: { denies?: true; hearer?: true; hedge?: "report" | "possibility" } = {}) =>
  list(phrases).map((phrase) => ({ phrase, ...more }));

/** "Officer" to "officers", "gunman" to "gunmen". */
const plural = (word: string) =>
  /(?:^|[a-z])man$/.test(word) && !/german$/.test(word)
    ? word.replace(/man$/, "men")
    : /[^aeiou]y$/.test(word)
      ? word.replace(/y$/, "ies")
      : `${word}s`;

export const en: Lexicon = {
  language: "en",
  abbreviations: list(
    "mr, mrs, ms, dr, prof, gen, col, maj, capt, lt, sgt, cpl, pte, brig, adm, gov, sen, rep, rev, st, ste, hon, pres, sr, jr, no, nos, vol, fig, p, pp, ed, approx, ca, c, km, kms, mi, ft, yd, lb, oz, kg, mph, hrs, hr, min, mins, sec, a.m, p.m, am, pm, u.s, u.k, u.n, e.u, u.s.a, d.c, i.e, e.g, etc, vs, cf, al, inc, ltd, co, corp, bros, dept, est, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, ave, rd, blvd, sq, mt, ft, n, s, e, w, ne, nw, se, sw",
  ),
  says: [
    ...says(
      `said, says, reported, reports, stated, states, added, adds, announced, announces, confirmed, confirms, explained, explains, noted, notes, wrote, writes, recalled, recalls, insisted, insists, acknowledged, acknowledges, admitted, admits, declared, declares, argued, observed, remarked, replied, repeated, maintained, concluded, concludes, estimated, estimates, revealed, disclosed, testified, commented, pointed out, points out, went on, continued, established, determined, found that, believes, believed, thought, thinks, asserted, asserts, described, describes, learned, learnt, relayed, saying, adding, reporting, noting, stating, tweeted, recounted, recounts, put it, puts it, posted that, told of, spoke of, spoken of, reads, swore, have said, has said, had said, suggested, suggests, showed that, shows that, argues, showing that, found, concedes, conceded, believe, think, write, finds, find that, verified that, verified, has verified, say, insist, argue, explain, admit, heard that, saw that, indicated, indicates, mentioned, wrote that`,
    ),
    ...says("told, tells, tell, informed, informs, assured, reminded, warned, telling", { hearer: true }),
    ...says("claimed, claims, claim, claiming"),
    ...says("alleged, alleges, allege, alleging", { hedge: "report" }),
    ...says(
      "suspect that, suspects that, suspected that, suspect, suspecting that, fear that, fears that, feared that, fear, assume that, assumes that, assumed that, speculated that, speculate that, guess that, guessed that",
      { hedge: "possibility" },
    ),
    ...says("denied, denies, deny, rejected, denying, has denied, have denied, disputed, disputes", { denies: true }),
  ],
  accordingTo: list(
    "according to, in the words of, in the account of, as reported by, as told by, by the account of, in a statement by, said by, based on accounts from, reported by, in the view of, as described by, on the word of, quoting",
  ).map((phrase) => ({ phrase })),
  quotes: {
    verbs: list("quoted, quotes, cited, cites, quoting, citing, referring to, relaying"),
    as: list(
      "as saying, as stating, as reporting, as telling it, as claiming, as having said, as writing, saying, who said, as adding, as explaining",
    ),
  },
  that: list("that, how"),
  speakers: { person: enPersons, group: enGroups, institution: enInstitutions, outlet: enOutlets, document: enDocuments },
  basis: [
    ...list(
      "saw, watched, witnessed, had seen, with his own eyes, with her own eyes, with their own eyes, had watched, have seen, has seen, eyewitness, eye-witness, who saw, was there, who was there, saw how, heard, had heard, observed, looked on, seeing",
    ).map((phrase) => ({ phrase, basis: "saw" as const })),
    ...list(
      "filmed by him, filmed it, filmed himself, filmed herself, had filmed, who filmed, in footage he shot, in footage she shot, he filmed, she filmed, they filmed, recorded it, i filmed, footage he filmed, that he filmed, that she filmed",
    ).map((phrase) => ({
      phrase,
      basis: "filmed" as const,
    })),
    ...list(
      "told him, told her, told them, told me, told us, was told, were told, had been told, has been told, having been told, have been told, heard from, had heard from, been told by, informed by, passed on by, on the word of, from what they were told, by word of mouth, was told by",
    ).map((phrase) => ({ phrase, basis: "told" as const })),
    ...list(
      "read in, had read, read about, having read, from the log, from the logbook, from records, in documents, from documents, according to records, had read in, read the report, reading",
    ).map((phrase) => ({ phrase, basis: "read" as const })),
    ...list(
      "judging by, judging from, judged from, inferred, inferred from, inferring, deduced, deduced from, concluded from, going by, shadows, the shadows, worked out, worked out from, based on the shadows, based on shadows, to judge by, by comparing, by matching, compared, comparing, matched, matching, from the uniforms, from their uniforms, from the angle of, from the position of, from the shape of, from the length of, on the basis of, based on, reasoned, guessed",
    ).map((phrase) => ({ phrase, basis: "inferred" as const })),
    ...list(
      "measured, measured by, having measured, measurements, from measurements, by satellite positioning, gauge, readings from, recorded by sensors, instruments, weighed, timed, counted, a count, seismometer, sensor, sensors, gauges",
    ).map((phrase) => ({
      phrase,
      basis: "measured" as const,
    })),
  ],
  hedges: {
    approximate: list(
      "about, approx, around, some, roughly, approximately, nearly, almost, on or around, on or about, in or around, at least, at most, up to, more than, less than, over, under, no more than, no fewer than, not less than, no less than, fewer than, or so, close to, circa, or thereabouts, an estimated, estimated, in the region of, somewhere around, as many as, just over, just under, well over, sometime around, at or around, or more, or less, or near, a little over, a little under, as few as, shortly before, shortly after, upwards of, give or take, not quite, round about, an average of, or slightly more, or thereabout",
    ),
    appearance: list(
      "appears, appear, appeared, apparently, seems, seem, seemed, seemingly, evidently, looks like, looked like, looked as if, look like, appearing, apparent, as if, looked as though, seemed to, appeared to, appears to, appear to, seems to, seem to, on the face of it, from the looks of it, ostensibly, resembled, resembles, resembling, it appears, it appeared, it seems, it seemed, consistent with, presumably",
    ),
    possibility: list(
      "suggest, suggests, suggested, suggesting, feared, may, might, could, possibly, perhaps, maybe, likely, probably, believed to, is believed to, are believed to, was believed to, were believed to, thought to, is thought to, are thought to, was thought to, were thought to, suspected, suspected of, is likely, was likely, most likely, very likely, potentially, conceivably, assumed, presumed, unlikely, it is possible, it was possible, is believed, are believed, was believed, were believed, suspected to, could not be excluded, cannot be excluded, could not exclude, can not be excluded, might be mistaken, may be mistaken, could be mistaken, may be wrong, might be wrong, imo, i guess, may well, possible, could not rule out, cannot rule out, could not be ruled out, cannot be ruled out, cannot exclude, is possible, was probably, must have, in all likelihood, either, or possibly, not certain, not sure, as far as i know, as far as we know, can't rule out, can't be ruled out, is suspected, are suspected, expected to have",
    ),
    report: list(
      "accused of, accuse, accuses, accusing, accused, accusations of, allegations of, charged with, blamed for, indicted for, reportedly, alleged, allegedly, purported, purportedly, purports, purporting, purports to, purporting to, supposedly, supposed, said to, is said to, are said to, was said to, were said to, reported to, is reported to, are reported to, was reported to, were reported to, so-called, rumoured, rumored, rumours, rumors, unconfirmed, it is said, it was said, it was reported, is alleged, are alleged, was alleged, were alleged, were said, was said, unverified, word had it, it is claimed, it was claimed, according to rumours",
    ),
    unclear: list(
      "it is not clear, it was not clear, not clear, unclear, could not be confirmed, could not be verified, could not be independently verified, could not be independently confirmed, could not confirm, could not immediately be confirmed, could not immediately be verified, not confirmed, has not been confirmed, had not been confirmed, have not been confirmed, was not confirmed, were not confirmed, not independently verified, cannot be confirmed, cannot be verified, remains unclear, remained unclear, no confirmation, is not certain, was not certain, yet to be confirmed, not been verified, not been independently verified, have not been verified, could not verify, could not independently verify",
    ),
  },
  negations: list(
    "not, never, no, nobody, no one, none, nothing, neither, nor, without, n't, didn't, wasn't, weren't, isn't, aren't, hadn't, hasn't, haven't, doesn't, don't, couldn't, can't, cannot, nowhere, failed to, untrue, false, fiction, nonsense, a lie, fabricated, falsely, wrongly, no longer, rather than, instead of, refused to, declined to, ruled out, rules out, refuted, refutes, hardly, not one, dismissed",
  ),
  turns: turns.en,
  unclear: list(
    "not been possible to establish, not possible to establish, not been possible to determine, not possible to say, not possible to tell, impossible to say, impossible to tell, impossible to establish, not able to say, unable to say, unable to establish, unable to tell, no one could tell, nobody could tell, nobody could say, has not said, have not said, had not said, is not yet known, are not yet known, was not yet known, is still unclear, is still not known, is still unknown, remains to be established, remained to be established, gave no details of, gave no details on, has not been made public, was not disclosed, has not been disclosed, no details of, no details on, no trace of, has not been identified, have not been identified, had not been identified, yet to be identified, was not identified, were not identified, remain unidentified, remains unidentified, could not be identified, it is not clear, it was not clear, it is unclear, it was unclear, it remains unclear, it remained unclear, was unclear, were unclear, is unclear, are unclear, remains unclear, remained unclear, remain unclear, not clear, it is not known, it was not known, not known, is not known, was not known, are not known, were not known, is unknown, are unknown, was unknown, were unknown, remains unknown, remained unknown, remain unknown, could not say, cannot say, can't say, couldn't say, did not say, does not say, would not say, did not know, do not know, does not know, didn't know, don't know, doesn't know, no one knows, no one knew, nobody knows, nobody knew, no one could say, nobody could say, there was no word on, no word on, had not established, has not established, have not established, could not establish, could not tell, cannot tell, can't tell, not been established, not yet established, not yet known, could not be established, could not be determined, has not been determined, could not determine, had not determined, was not immediately clear, is not immediately clear, not immediately clear, was not immediately known, not immediately known, did not specify, does not specify, declined to say, had yet to establish, have yet to establish, has yet to establish, are yet to establish, is not yet clear, was not yet clear, not yet clear, are still trying to establish, were still trying to establish, is yet to be established, not certain, could not be sure, cannot be sure, not sure, no information on, gave no, give no, gives no, could not remember, was not stated, is not stated, not stated, no one is sure, nobody is sure, remained open, remains open, left open, leaves open, does not show, did not show, is uncertain, was uncertain, remains uncertain, remained uncertain",
  ),
  questions: [
    ...list("who, whom, whose, which unit, which group, which side, by whom, who was").map((phrase) => ({
      phrase,
      aspect: "who" as const,
    })),
    ...list(
      "where, from where, in which village, in which street, which village, which town, which road, which street, whereabouts, the location, the place, exact location, exact place, exactly where, the exact location, the exact spot, the exact place, the precise location, precisely where",
    ).map((phrase) => ({ phrase, aspect: "where" as const })),
    ...list(
      "when, on which day, what time, at what time, the date, the time, exact time, exact date, which day, exactly when, how long ago, the exact time, the exact date, the exact day, on what day, precisely when, the hour, the day",
    ).map((phrase) => ({ phrase, aspect: "when" as const })),
    ...list(
      "how many, the number of, how much, how far, how long, how large, how big, the number, the toll, the extent of, the death toll, the scale of, how high",
    ).map((phrase) => ({ phrase, aspect: "how-many" as const })),
    ...list(
      "how, what happened, whether, what caused, why, what had happened, what started, what sort of attack, what had caused, the cause",
    ).map((phrase) => ({ phrase, aspect: "what" as const })),
    ...list(
      "what kind of, what type of, which kind of, which type of, what sort of, which weapon, what weapon, whose flag, the make of, the model, the type of, the kind of",
    ).map((phrase) => ({ phrase, aspect: "identification" as const })),
    ...list("what was said, what they said, what he said, what she said, what was shouted, what they shouted, what is said").map(
      (phrase) => ({ phrase, aspect: "speech" as const }),
    ),
  ],
  acts: enActs,
  footage: list(
    "video, videos, footage, clip, clips, film, recording, recordings, photograph, photographs, photo, photos, picture, pictures, image, images, livestream, video clip, dashcam, dash cam, camera, drone footage, still, stills, satellite image, satellite images, satellite imagery, cctv, selfie",
  ),
  verifies: [
    ...list(
      "verified, verifies, confirmed, confirms, checked, authenticated, corroborated, verify, confirm, validated, vouched for, matched it to, matched, established, cross-checked, double-checked",
    ).map((phrase) => ({ phrase })),
    ...list(
      "geolocated, located, placed, pinpointed, traced, geolocates, matched the location, confirmed the location, verified the location, confirmed the place, confirmed the location of, verified the location of, checked the location, established the location",
    ).map((phrase) => ({
      phrase,
      of: "where" as const,
    })),
    ...list(
      "dates it to, dates the, dates them to, dated, chronolocated, confirmed the date, verified the date, confirmed the date of, verified the date of, established the date, established the time, checked the date, confirmed the time, verified the time",
    ).map((phrase) => ({
      phrase,
      of: "when" as const,
    })),
    ...list("identified the unit, verified the identity, confirmed the identity, confirmed the identities, verified the identities").map(
      (phrase) => ({ phrase, of: "who" as const }),
    ),
    ...list(
      "verified the number, confirmed the number, confirmed the toll, confirmed the figure, verified the figure, checked the count",
    ).map((phrase) => ({ phrase, of: "how-many" as const })),
  ],
  notVerified: list(
    "no independent confirmation, no confirmation, without independent confirmation, without confirmation, not possible to verify, not possible to confirm, not been possible to verify, not been possible to confirm, impossible to verify, impossible to confirm, impossible to check, no way to verify, no way to check, no way to confirm, yet to verify, yet to confirm, yet to be verified, yet to be confirmed, not able to verify, not able to confirm, not able to check, could not independently check, not possible to check, not been possible to check, have not been able to verify, has not been able to verify, have not been able to confirm, has not been able to confirm, could not be independently verified, not confirmed, not yet confirmed, not verified, not yet verified, unconfirmed, unverified, unable to locate, unable to date, unable to identify, unable to place, unable to geolocate, not able to locate, could not be verified, could not be confirmed, could not be independently confirmed, could not independently verify, could not independently confirm, could not verify, could not confirm, has not been verified, have not been verified, had not been verified, has not been independently verified, have not been independently verified, had not been independently verified, has not verified, have not verified, had not verified, was not verified, were not verified, was unable to verify, were unable to verify, was unable to confirm, were unable to confirm, unable to verify, unable to confirm, unable to independently verify, was not able to verify, were not able to verify, was not able to confirm, were not able to confirm, could not immediately verify, could not immediately be verified, could not immediately confirm, could not immediately be confirmed, has not confirmed, have not confirmed, had not confirmed, has not been confirmed, have not been confirmed, had not been confirmed, was not confirmed, were not confirmed, cannot be verified, cannot be confirmed, cannot verify, cannot confirm, not been able to verify, not been able to confirm, not independently verified, did not verify, did not confirm, is unverified, are unverified, was unverified, remained unverified, remains unverified, remains unconfirmed, remained unconfirmed, was unconfirmed, is unconfirmed, could not be checked, could not be authenticated, could not authenticate, could not check, could not be established, has not been established, have not been established, could not be dated, could not be geolocated, could not be located, could not locate, could not geolocate, could not date, could not be placed, was not able to independently verify, was unable to independently verify, were unable to independently verify, have been unable to verify, has been unable to verify, could not be corroborated, could not corroborate, did not independently verify, has not independently verified, had not independently verified, have not independently verified, failed to verify, failed to confirm, nobody has verified, no one has verified, no one has confirmed, nobody has confirmed, no one has checked, nobody has checked, was not checked, were not checked, has not been checked, have not been checked, had not been checked",
  ),
  partly: list("partly, in part, partially, some of, part of, parts of"),
  placePrepositions: enPlacePrepositions,
  placeNouns: enPlaceNouns,
  identified: enIdentified,
  identifiedAs: list(
    "match, matches, is that of, are those of, was that of, were those of, come from, comes from, came from, identified as, identified it as, identified them as, identified the vehicle as, identified the vehicles as, was identified as, were identified as, identified, recognised as, recognized as, recognised, recognized, described as, described it as, described them as, appeared to be, appears to be, appear to be, seemed to be, looked like, looks like, look like, resembled, resembling, resembles, was a, were a, is a, named as, believed to be, thought to be, said to be, known as, consistent with, marked with, marked, painted with, bearing, bore, wearing, wore, wears, wear, dressed in, belonged to, belong to, belongs to, of a type used by, of the type used by, of a type issued to, of the kind issued to, typical of, matching those of, used by, issued to, worn by, in the colours of, in the colors of, with a, carried, carrying, armed with, with the, type, were of, was of, is of, are of, displaying, displayed, flying, flew, emblazoned with, fitted with, turned out to be, proved to be, was an, is an, were, are, was, is, as a, as an, may have been, might be, could be, had, has, were wearing, was wearing, in",
  ),
  actors: [
    ...[...enSeveral, ...enOne.map(plural)].map((phrase) => ({ phrase, count: "several" as const })),
    ...enOne.map((phrase) => ({ phrase, count: "one" as const })),
    ...enUncounted.map((phrase) => ({ phrase, count: "unknown" as const })),
  ],
  bareActors: enBareActors,
  byWhom: list("by"),
  passive: list("was, were, been, being, is, are, be, got, wasn't, weren't, isn't, aren't"),
  clauseOpeners: enClauseOpeners,
  joiners: enJoiners,
  small: enSmall,
  pronouns: enPronouns,
  determiners: enDeterminers,
  notHappened: list(
    "would, will, shall, should, plans to, plan to, planned to, wants to, want to, wanted to, hopes to, hope to, hoped to, hopes, intends to, intend to, intended to, is to, are to, is due to, are due to, was due to, were due to, if, unless, in order to, ready to, ought to, could be, promised to, asked to, expected to, expects to, expect to, is expected to, are expected to, is going to, are going to, were going to, was going to, tried to, try to, trying to, attempted to, attempting to, threatened to, threatens to, vowed to, sought to, was about to, were about to, was to, were to, wished, must, needs to, need to, can, advised, urged, won't, wouldn't, i'll, we'll, they'll, he'll",
  ),
  spokenThere: list(
    "on the tannoy, over the tannoy, over a loudspeaker, over the loudspeaker, through a loudspeaker, over a megaphone, through a megaphone, over the public address system, over the intercom, on the intercom, orders, ordered, wrote, the letters, replied, shouted, shouting, shouts, yelled, yelling, cried, cried out, crying, screamed, screaming, called out, calling, calling out, can be heard saying, could be heard saying, is heard saying, was heard saying, heard saying, be heard shouting, heard shouting, heard to say, says in the video, says in the footage, says in the clip, chanted, chanting, chant, reads, read, reading, painted, scrawled, scrawled on, written, written on, the words, with the words, saying on camera, words, whispered, muttered, sang, singing, calls, calls out, calls for, answers, shouts back, yells, says off camera, says on the recording, can be heard calling, could be heard calling, can be heard shouting, could be heard shouting, be heard, is heard, are heard, was heard, were heard, heard, inscription, slogan, slogans, graffiti, repeats, asks, can be heard, could be heard, lettering, chalked, daubed, sprayed, repeated, said in the recording, said in the video, banner, sign, replies, answers",
  ),
};
