import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { domainToASCII, URL as PlatformUrl } from "node:url";
import fc from "fast-check";
import type { NormalisedLink } from "./link.ts";
import { normaliseUrl } from "./normalise-url.ts";
import { publicAddress } from "./public-address.ts";

function linkOf(given: string): NormalisedLink {
  const read = normaliseUrl(given);
  assert.equal(read.state, "link", `${given}: ${read.state === "refused" ? read.reason : ""}`);
  return (read as Extract<typeof read, { state: "link" }>).link;
}
const rulesOf = (given: string) => linkOf(given).rules.map(({ rule }) => rule);

describe("links under which the same thing is found become one", () => {
  const same: readonly (readonly [given: string, normalised: string])[] = [
    ["HTTP://Example.ORG:80", "http://example.org/"],
    ["https://example.org:443/%7euser/./a/../b", "https://example.org/~user/b"],
    ["https://example.org/a?utm_source=x&id=3&fbclid=abc#utm_medium=y", "https://example.org/a?id=3"],
    ["https://example.org/a#:~:text=some%20words", "https://example.org/a"],
    ["<https://example.org/a>", "https://example.org/a"],
    ["example.org/a", "https://example.org/a"],
    ["example.org:8080/a", "https://example.org:8080/a"],
    ["hxxps://example[.]org/a", "https://example.org/a"],
    ["https://приклад.укр/шлях", "https://xn--80aikifvh.xn--j1amh/%D1%88%D0%BB%D1%8F%D1%85"],
    ["https://youtu.be/abcdefghijk?si=Zz&t=90", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["https://m.youtube.com/shorts/abcdefghijk?feature=share", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["https://www.youtube.com/live/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["http://youtube.com/watch?feature=a&v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["https://twitter.com/Dorvane/status/1506879325286215681?s=20&t=AbC", "https://x.com/dorvane/status/1506879325286215681"],
    ["https://mobile.twitter.com/dorvane/statuses/1506879325286215681/photo/1", "https://x.com/dorvane/status/1506879325286215681"],
    ["https://nitter.example.org/dorvane/status/1506879325286215681#m", "https://x.com/dorvane/status/1506879325286215681"],
    ["https://vxtwitter.com/dorvane/status/1506879325286215681", "https://x.com/dorvane/status/1506879325286215681"],
    ["https://t.me/s/Dorvane_News/123", "https://t.me/dorvane_news/123"],
    ["http://telegram.me/dorvane_news/123?single", "https://t.me/dorvane_news/123"],
    ["https://m.facebook.com/dorvane/posts/12345?mibextid=Zz&__tn__=R", "https://www.facebook.com/dorvane/posts/12345"],
    ["https://instagram.com/p/Cabcdef?igsh=abc", "https://www.instagram.com/p/Cabcdef/"],
    ["https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.org%2Fa%3Fid%3D3", "https://example.org/a?id=3"],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fyoutu.be%2Fabcdefghijk&h=AT0", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["http://archive.ph/20220304121314/https://example.org/", "https://archive.today/20220304121314/https://example.org/"],
  ];
  for (const [given, normalised] of same) {
    it(`${given} is ${normalised}`, () => {
      assert.equal(linkOf(given).normalised, normalised);
      if (linkOf(given).normalised !== given)
        assert.ok(
          linkOf(given).normalised === given || given.includes("example.org:443") || rulesOf(given).length > 0 || /^(HTTP|<)/.test(given),
        );
    });
  }
});

describe("links that may lead to different things stay two", () => {
  const apart: readonly (readonly [one: string, other: string])[] = [
    ["http://example.org/a", "https://example.org/a"],
    ["https://example.org/a", "https://example.org/a/"],
    ["https://example.org/a", "https://example.org/A"],
    ["https://www.example.org/a", "https://example.org/a"],
    ["https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"],
    ["https://example.org/a?ref=b", "https://example.org/a"],
    ["https://example.org/a#!/photo/1", "https://example.org/a#!/photo/2"],
    ["https://example.org/a#comment-12", "https://example.org/a"],
    ["https://example.org/%2F", "https://example.org//"],
    ["https://example.org/%%34%31", "https://example.org/A"],
    ["https://t.me/dorvane_news/123", "https://t.me/dorvane_news/124"],
    ["https://t.me/dorvane_news/123?comment=5", "https://t.me/dorvane_news/123"],
    ["https://t.me/c/1234567/5", "https://t.me/dorvane_news/5"],
    ["https://youtu.be/abcdefghijk", "https://youtu.be/Abcdefghijk"],
    ["https://www.youtube.com/watch?v=abcdefghijk&list=PL1", "https://www.youtube.com/watch?v=abcdefghijk"],
    ["https://web.archive.org/web/20220330054000/https://example.org/", "https://example.org/"],
    ["https://web.archive.org/web/20220330054000/https://example.org/", "https://web.archive.org/web/20220331054000/https://example.org/"],
    [
      "https://web.archive.org/web/20220330054000/https://example.org/?utm_source=a",
      "https://web.archive.org/web/20220330054000/https://example.org/",
    ],
    ["https://nitter.example.org/dorvane", "https://x.com/dorvane"],
    ["https://x.com.example.org/a/status/20", "https://x.com/a/status/20"],
    ["https://t.co/abc", "https://t.co/abd"],
    // Cyrillic а in the host.
    ["https://ex\u0430mple.org/", "https://example.org/"],
  ];
  for (const [one, other] of apart) {
    it(`${one} is not ${other}`, () => assert.notEqual(linkOf(one).normalised, linkOf(other).normalised));
  }
});

describe("what a link tells by itself", () => {
  it("shows no key of a link, says so, and keeps what names the page", () => {
    for (const [given, shown] of [
      ["https://files.example.org/a.mp4?X-Amz-Signature=k&v=3", "https://files.example.org/a.mp4?v=3"],
      ["files.example.org/a.mp4?token=k", "https://files.example.org/a.mp4"],
      ["https://example.org/a#/view?access_token=k", "https://example.org/a"],
      ["https://example.org/a;jsessionid=k?id=2", "https://example.org/a?id=2"],
      ["https://example.org/go?to=https%3A%2F%2Fexample.net%2F%3Fsig%3Dk", "https://example.org/go"],
    ] as const) {
      assert.equal(linkOf(given).shown, shown);
      assert.ok(rulesOf(given).includes("not-shown"));
      assert.match(linkOf(given).verbatim, /k/);
    }
    const plain = "https://example.org/a?author=b&q=%D1%88#/view/3?id=4";
    assert.deepEqual([publicAddress(plain).shortened, rulesOf(plain)], [false, []]);
    assert.equal(publicAddress(`https://example.org/?q=${encodeURIComponent("ш".repeat(100))}`).shortened, false);
  });
  it("reads a post on X under a handle of any length, for the number alone names it", () => {
    const [one, other] = ["x.com", "twitter.com"].map((host) =>
      linkOf(`https://${host}/velmara_watch_example_of_long_name/status/1506879325286215681`),
    );
    assert.equal(one?.normalised, other?.normalised);
    assert.equal(other?.post === "none" ? undefined : other?.post.id, "1506879325286215681");
    assert.equal(one?.timeOfId?.means, "posted");
    assert.equal(linkOf(`https://x.com/${"a".repeat(51)}/status/20`).post, "none");
  });
  it("names the post, the account and the time in the number of an X post", () => {
    const link = linkOf("https://twitter.com/Dorvane/status/1506879325286215681");
    assert.deepEqual(link.post, { platform: "x", id: "1506879325286215681", account: "dorvane" });
    assert.equal(link.timeOfId?.earliest, "2022-03-24T06:23:22.269Z");
    assert.equal(link.timeOfId?.zone.state, "utc");
  });

  it("takes no time from a number of X that was only counted", () =>
    assert.equal(linkOf("https://x.com/jack/status/20").timeOfId, undefined));

  it("says when an archive copy was made, and of what", () => {
    const { archive, post } = linkOf("https://web.archive.org/web/20220330054000id_/https://twitter.com/Dorvane/status/20?s=20");
    assert.equal(archive?.of, "https://x.com/dorvane/status/20");
    assert.deepEqual(archive?.capturedAt !== "unknown" && [archive?.capturedAt.earliest, archive?.capturedAt.latest], [
      "2022-03-30T05:40:00.000Z",
      "2022-03-30T05:40:00.999Z",
    ]);
    assert.equal(post, "none");
  });

  it("gives an archive copy that names only a year the whole year", () => {
    const { archive } = linkOf("https://web.archive.org/web/2022/https://example.org/");
    assert.deepEqual(archive?.capturedAt !== "unknown" && [archive?.capturedAt.earliest, archive?.capturedAt.latest], [
      "2022-01-01T00:00:00.000Z",
      "2022-12-31T23:59:59.999Z",
    ]);
  });

  it("does not know when an archive copy with month 13 was made", () =>
    assert.equal(linkOf("https://web.archive.org/web/20221301000000/https://example.org/").archive?.capturedAt, "unknown"));

  it("shows a name in its own script beside the spelling that machines compare", () => {
    const { host, shown } = linkOf("https://bücher.example/a%20b%D1%8F");
    assert.deepEqual(host, { ascii: "xn--bcher-kva.example", unicode: "bücher.example" });
    assert.equal(shown, "https://bücher.example/a%20bя");
  });

  it("says that a short link was not followed", () => assert.deepEqual(rulesOf("https://t.co/abc"), ["short-link"]));
});

describe("a name and a password in a link are kept nowhere", () => {
  for (const given of [
    "https://wren:s3cret@example.org/a",
    "https://web.archive.org/web/2022/https://wren:s3cret@example.org/a",
    "https://www.google.com/url?q=https%3A%2F%2Fwren%3As3cret%40example.org%2Fa",
  ]) {
    it(given, () => {
      const link = linkOf(given);
      assert.equal(link.credentials, "left-out");
      assert.doesNotMatch(JSON.stringify(link), /s3cret/);
    });
  }
});

describe("what is no link to a place on the web is refused with the reason", () => {
  for (const [given, reason] of [
    ["javascript:alert(1)", /runs a program/],
    ["JaVaScRiPt:alert(1)", /runs a program/],
    ["data:text/html,<b>x</b>", /holds its content/],
    ["file:///etc/passwd", /file on one machine/],
    ["mailto:someone@example.org", /expected http or https/],
    ["", /found nothing/],
    ["two words", /white space/],
    ["https://example.org/a\u0000b", /control characters/],
    ["https://exam\u202eple.org/", /host name/],
    ["https:/example.org", /expected \/\//],
    ["https://example.org\\@evil.example/", /backslash/],
    ["https://example.org:70000/", /port/],
    ["https://xn--a/", /host name/],
    ["https://[::1/", /host name/],
    ["just-a-word", /without a host/],
    [`https://example.org/${"a".repeat(9000)}`, /at most 8000/],
    ["https://example.org/\ud800", /half a character/],
  ] as const) {
    it(JSON.stringify(given.slice(0, 60)), () => {
      const read = normaliseUrl(given);
      assert.equal(read.state, "refused");
      assert.match((read as Extract<typeof read, { state: "refused" }>).reason, reason);
    });
  }
});

const host = fc.constantFrom(
  "example.org",
  "www.youtube.com",
  "youtu.be",
  "x.com",
  "mobile.twitter.com",
  "t.me",
  "m.facebook.com",
  "web.archive.org",
  "archive.ph",
  "www.google.com",
  "приклад.укр",
  "[::1]",
  "l.facebook.com",
);
const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => text.isWellFormed() && !/[\s\p{Cc}\\]/u.test(text)),
  fc.constantFrom(
    "status",
    "20",
    "web",
    "20220330054000",
    "https:",
    "..",
    ".",
    "%41",
    "%zz",
    "s",
    "abc_news",
    "watch",
    "shorts",
    "abcdefghijk",
    "%D1%8F",
    "user:pw@a",
  ),
);
const webAddress = fc
  .record({
    scheme: fc.constantFrom("http", "https", "HTTPS"),
    host,
    parts: fc.array(piece, { maxLength: 5 }),
    query: fc.option(fc.array(piece, { maxLength: 3 })),
    fragment: fc.option(piece),
  })
  .map(({ scheme, host: name, parts, query, fragment }) => {
    const clean = (text: string, signs: RegExp) => text.replace(signs, "");
    return `${scheme}://${name}/${parts.map((one) => clean(one, /[?#]/g)).join("/")}${query === null ? "" : `?${query.map((one) => clean(one, /#/g)).join("&")}`}${fragment === null ? "" : `#${fragment}`}`;
  });

describe("properties", () => {
  it("normalising what is normal changes nothing", () => {
    fc.assert(
      fc.property(webAddress, (given) => {
        const once = normaliseUrl(given);
        if (once.state === "refused") return;
        const twice = normaliseUrl(once.link.normalised);
        assert.equal(twice.state === "link" && twice.link.normalised, once.link.normalised);
      }),
      { numRuns: 3000 },
    );
  });

  it("any text is a link or is refused, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const read = normaliseUrl(text);
        if (read.state === "link") assert.match(read.link.normalised, /^https?:\/\/[!-~]+$/);
        else assert.notEqual(read.reason, "");
      }),
      { numRuns: 3000 },
    );
  });

  it("on a host without rules of its own, links become one only where a browser asks for the same, or for counting", () => {
    const plain = fc
      .array(piece, { maxLength: 4 })
      .map((parts) => `https://example.org/${parts.map((one) => one.replace(/[#]/g, "")).join("/")}`);
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const [a, b] = [normaliseUrl(one), normaliseUrl(other)];
        if (a.state === "refused" || b.state === "refused" || a.link.normalised !== b.link.normalised) return;
        if ([...a.link.rules, ...b.link.rules].length > 0) return;
        const evened = (text: string) =>
          new PlatformUrl(text).href.replace(/%[0-9a-f]{2}/gi, (escape) =>
            /%(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9ae]|3[0-9]|2[de]|5f)/i.test(escape) ? decodeURIComponent(escape) : escape.toUpperCase(),
          );
        assert.equal(evened(one), evened(other));
      }),
      { numRuns: 3000 },
    );
  });

  it("spells names in ASCII as the platform does", () => {
    for (const name of [
      "приклад.укр",
      "bücher.example",
      "例え.テスト",
      "straße.de",
      "مثال.إختبار",
      "ὀδυσσεύς.example",
      "Ｅxample．org",
      "a\u3002b.org",
      "faß.example",
    ]) {
      assert.equal(linkOf(`https://${name}/`).host.ascii, domainToASCII(name), name);
    }
  });
});

describe("a link in which one thing taken out uncovers another", () => {
  it("is brought to a spelling that is read as itself, and keeps no password", () => {
    for (const given of [
      "https://web.archive.org/web/20220330054000id_/htte%2e%2enpq://wre%2e%2e%2e%2e%2e%2e%2:pw@ex",
      "https://web.archive.org/web/2030054000id_/https://wr2203en:pw@/wr2203en:pw@exampleple.org%2F",
    ]) {
      const read = normaliseUrl(given);
      assert.equal(read.state, "link");
      if (read.state !== "link") return;
      assert.ok(!JSON.stringify(read.link).includes("pw@"), read.link.normalised);
      const again = normaliseUrl(read.link.normalised);
      assert.equal(again.state === "link" && again.link.normalised, read.link.normalised);
    }
  });
});
