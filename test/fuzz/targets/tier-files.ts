/**
 * WebVTT, SubRip, Whisper JSON and ELAN as tiers. Whatever the file, it is refused by name or becomes documents without a fault, and
 * what is written of those is read again. The first byte chooses the format.
 */
import { Digest } from "../../../src/core/hash/digest.ts";
import { faultOfTier } from "../../../src/core/tier/check-tier.ts";
import { TierDocument } from "../../../src/core/tier/tier.ts";
import { TierFileRefused, type TierToWrite } from "../../../src/core/tier/tier-file.ts";
import { tiersOfFile } from "../../../src/core/tier/tiers-of-file.ts";
import { type TierFormat, tierFormats } from "../../../src/actions/tier-formats.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const formats: readonly TierFormat[] = ["webvtt", "srt", "whisper-json", "eaf"];

const seeds = [
  "0WEBVTT - x\n\nSTYLE\n::cue {}\n\nNOTE n\n\n1\n00:01.000 --> 00:02.500 line:0 align:start\n<v.loud Olena>Де <i>він</i>? &amp;&#x41;</v>\n<lang ru><v Petro>там<00:01.500></v></lang>\n\n00:00:03.000 --> 00:00:04.000\n[machine draft] [overlap] x\n[or] y\n",
  "11\r\n00:00:01,5 --> 00:00:02.000 X1:1\r\n<i>Перше</i>\r\n\r\n[SPK1] друге\r\n\r\n2\r\n1:2:3,000 -> 1:2:4,000\r\n{\\an8}третє\r\n",
  '2{"text":"","language":"uk","segments":[{"id":0,"start":0,"end":2.5,"text":" Де","speaker":"SPEAKER_00","words":[{"word":"Де","start":0,"end":1,"score":0.5}],"avg_logprob":-0.2,"compression_ratio":1.1,"no_speech_prob":0.02}]}',
  '2{"result":{"language":"uk"},"params":{"translate":true},"transcription":[{"offsets":{"from":0,"to":2500},"text":" Де","tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0},"p":0.9},{"text":" Де","offsets":{"from":1,"to":2},"p":1}]}]}',
  '3<?xml version="1.0"?><ANNOTATION_DOCUMENT FORMAT="3.0"><HEADER TIME_UNITS="PAL-frames"><MEDIA_DESCRIPTOR MEDIA_URL="x" TIME_ORIGIN="4"/></HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="b"/><TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="9"/></TIME_ORDER><TIER TIER_ID="t" PARTICIPANT="O" LINGUISTIC_TYPE_REF="tx" LANG_REF="ukr"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b"><ANNOTATION_VALUE>Де &lt;?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="b" TIME_SLOT_REF2="c"><ANNOTATION_VALUE/></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="ft" PARENT_REF="t" LINGUISTIC_TYPE_REF="ft"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1"><ANNOTATION_VALUE>Where</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>',
];

const occasion = {
  item: "i1",
  object: Digest.parse(`sha256:${"0".repeat(64)}`),
  sort: "verbatim",
  language: "und",
  zeroMs: 0,
  endMs: 60_000,
} as const;

export const target: FuzzTarget = {
  name: "tier-files",
  seeds: () => seeds.map(bytesOf),
  dictionary: [
    ...["-->", "00:00:00.000", "99:59:59,999", "<v ", "</v>", "<lang ar>", "&rlm;", "NOTE", "[or] ", "[machine draft] ", "\u202e"],
    ...['"start":', '"end":-1', "1e999", '"segments":[', "PARENT_REF=", 'TIME_VALUE="999999999999"', "<!DOCTYPE x>", "&x;", "]]>"],
  ],
  run(bytes) {
    const text = new TextDecoder().decode(bytes);
    const format = formats[Number(text.slice(0, 1)) % 4] ?? "webvtt";
    let found;
    try {
      found = tiersOfFile(tierFormats[format].read(text.slice(1)), occasion);
    } catch (error) {
      if (error instanceof TierFileRefused) return;
      throw error;
    }
    const written = found.tiers.map(({ document, from }, at): TierToWrite => {
      TierDocument.parse(document);
      const above = from === null ? undefined : found.tiers[from];
      if (from !== null && from >= at) throw new Error("a tier is written from one that comes after it");
      const fault = faultOfTier(document, above === undefined ? null : new Set(above.document.segments.map(({ id }) => id)));
      if (fault !== undefined) throw new Error(fault);
      return { id: `w${at + 1}`, version: 1, document, from: from === null ? null : `w${from + 1}`, zeroMs: 0 };
    });
    const [first, ...others] = written.filter(({ document }) => document.segments.length > 0);
    if (first === undefined) return;
    for (const name of formats) {
      const out = tierFormats[name].write([first, ...others], { date: "2024-09-14T13:00:00Z", media: "x.mp4", mediaType: "video/mp4" });
      // Nothing is left of a file that ends before its clock begins.
      if (first.document.segments.every(({ endMs }) => endMs <= 0)) continue;
      tierFormats[name].read(out.text);
    }
  },
};
