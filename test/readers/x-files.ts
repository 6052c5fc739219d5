/** Archives and saved posts of X, invented. Ids carry the moment that their dates state, unless a test changes one. */

/** An id that carries this moment; the lowest bits are whatever the service's machine made of them. */
export function idAt(utc: string, low = 7): string {
  return String(((BigInt(Date.parse(utc)) - 1288834974657n) << 22n) | BigInt(low));
}

export const postId = idAt("2024-09-14T15:20:17.400Z");

export const archiveTweet = {
  tweet: {
    edit_info: { initial: { editTweetIds: [postId], editsRemaining: "5", isEditEligible: true } },
    retweeted: false,
    source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    entities: {
      urls: [
        {
          url: "https://t.co/abc",
          expanded_url: "https://news.example/kessany",
          display_url: "news.example/kessany",
          indices: ["40", "56"],
        },
      ],
      media: [{ id_str: "9", media_url_https: "https://pbs.twimg.com/media/EabcDEF.jpg", type: "photo", url: "https://t.co/pic" }],
    },
    extended_entities: {
      media: [
        { id_str: "9", media_url_https: "https://pbs.twimg.com/media/EabcDEF.jpg", type: "photo", url: "https://t.co/pic" },
        {
          id_str: "10",
          media_url_https: "https://pbs.twimg.com/ext_tw_video_thumb/10/pu/img/x.jpg",
          type: "video",
          video_info: {
            duration_millis: "12500",
            variants: [
              { content_type: "application/x-mpegURL", url: "https://video.twimg.com/10/pl/x.m3u8" },
              { bitrate: "256000", content_type: "video/mp4", url: "https://video.twimg.com/10/vid/320/small.mp4?tag=12" },
              { bitrate: "2176000", content_type: "video/mp4", url: "https://video.twimg.com/10/vid/1280/Large-1.mp4?tag=12" },
            ],
          },
        },
      ],
    },
    id_str: postId,
    id: postId,
    created_at: "Sat Sep 14 15:20:17 +0000 2024",
    full_text: "Brakes gone &amp; straight into the fountain https://t.co/abc",
    lang: "en",
    in_reply_to_status_id_str: "1234567890123456789",
    in_reply_to_screen_name: "ostrel",
  },
};

export const repostTweet = {
  tweet: {
    id_str: idAt("2024-09-14T16:00:00Z"),
    created_at: "Sat Sep 14 16:00:00 +0000 2024",
    full_text: "RT @someone: The van rolls into the foun…",
  },
};

export const archiveScript = (records: readonly unknown[], variable = "tweets.part0") =>
  `window.YTD.${variable} = ${JSON.stringify(records, null, 2)}`;

export const apiPost = {
  data: {
    id: postId,
    text: "An hour ago in our own district",
    created_at: "2024-09-14T15:20:17.000Z",
    author_id: "76",
    attachments: { media_keys: ["3_9"] },
    referenced_tweets: [{ type: "quoted", id: "1234567890123456789" }],
    edit_history_tweet_ids: [postId],
  },
  includes: {
    users: [{ id: "76", username: "dorvane_live", name: "Dorvane Live" }],
    media: [{ media_key: "3_9", type: "photo", url: "https://pbs.twimg.com/media/EabcDEF.jpg" }],
  },
};

export const statusPost = {
  created_at: "Sat Sep 14 15:20:17 +0000 2024",
  id: Number(postId),
  id_str: postId,
  full_text: "An hour ago",
  user: { id_str: "76", screen_name: "dorvane_live", name: "Dorvane Live" },
  coordinates: { type: "Point", coordinates: [30.2, 50.1] },
};
