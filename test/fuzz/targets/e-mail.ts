/** E-mails. The post and the list of members keep to their schemas; every path is harmless and there once. */
import assert from "node:assert/strict";
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { ContainerReading, PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { isEMail } from "../../../src/formats/e-mail/e-mail-shape.ts";
import { readEMail } from "../../../src/formats/e-mail/read-e-mail.ts";
import { unpackEMail } from "../../../src/formats/e-mail/unpack-e-mail.ts";
import { htmlMail, plainMail } from "../../readers/mail-texts.ts";
import { memberSink } from "../../readers/member-sink.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "e-mail",
  seeds: () => [plainMail, `${htmlMail}<p>x</p>`, plainMail.replaceAll("\r\n", "\n")].map(bytesOf),
  dictionary: [
    ...[
      "\r\n\r\n",
      "\n",
      "--b1",
      "--b1--",
      "--",
      "Content-Type: multipart/mixed; boundary=b1\r\n\r\n",
      'boundary=""',
      "Content-Transfer-Encoding: base64\r\n",
      "quoted-printable",
      "message/rfc822",
    ],
    ...[
      "=?utf-8?B?",
      "=?utf-8?Q?",
      "?=",
      "=D0",
      "=\r\n",
      "====",
      "filename*0*=",
      "filename*999=",
      "'",
      '"',
      ";",
      "%00",
      "\u0000",
      "Date: ",
      "Received: ",
      " \t ",
      "<!--",
      "<style>",
    ],
  ],
  run(bytes) {
    const { reading, post } = readEMail(bytes, "a.eml", platformDecoder);
    PostsReading.parse(reading);
    Post.parse(post);
    const sink = memberSink();
    const { counts } = ContainerReading.parse(unpackEMail(bytes, platformDecoder, sink));
    assert.equal(counts.members, sink.members.length);
    const paths = sink.members.map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length, "two members under one path");
    for (const path of paths)
      assert.ok(!path.includes("/") && !path.includes("\0") && !path.startsWith(".."), "a path that leads somewhere");
    isEMail(new TextDecoder().decode(bytes));
  },
};
