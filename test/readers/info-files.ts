/** Descriptions as yt-dlp writes them, invented. The token stands wherever a real file holds keys. */

export const plantedToken = "PLANTED-TOKEN-7f3a";

export const clipInfo = {
  id: "abc123",
  title: "Van rolls into the fountain",
  formats: [
    {
      format_id: "18",
      url: `https://r1.cdn.example/videoplayback?expire=1726400000&sig=${plantedToken}`,
      ext: "mp4",
      http_headers: { "User-Agent": "Mozilla/5.0", Cookie: `session=${plantedToken}` },
      cookies: `session=${plantedToken}; Domain=.video.example`,
    },
  ],
  thumbnails: [{ url: `https://i.cdn.example/a.jpg?token=${plantedToken}`, id: "0" }],
  thumbnail: `https://i.cdn.example/a.jpg?token=${plantedToken}`,
  description: "Filmed from the window.\nNobody was hurt. <b>not markup</b>",
  uploader: "Ostrel Corner",
  uploader_id: "@ostrelcorner",
  uploader_url: "https://video.example/@ostrelcorner",
  channel_id: "UCostrel",
  channel: "Ostrel Corner",
  channel_url: "https://video.example/channel/UCostrel",
  duration: 12.5,
  view_count: 321,
  like_count: 4,
  webpage_url: `https://user:${plantedToken}@video.example/watch?v=abc123&access_token=${plantedToken}`,
  original_url: "https://video.example/v/abc123",
  tags: ["fountain", "van"],
  availability: "unlisted",
  live_status: "not_live",
  timestamp: 1726324817,
  upload_date: "20240914",
  extractor: "videosite",
  extractor_key: "VideoSite",
  epoch: 1726400000,
  url: `https://r1.cdn.example/videoplayback?sig=${plantedToken}`,
  ext: "mp4",
  http_headers: { Cookie: plantedToken },
  _type: "video",
  _version: { version: "2024.08.06", repository: "yt-dlp/yt-dlp" },
};

const { timestamp: _timestamp, ...withoutTimestamp } = clipInfo;
export const dayOnlyInfo = withoutTimestamp;

export const listInfo = {
  id: "PL1",
  title: "All clips",
  _type: "playlist",
  extractor: "videosite:tab",
  extractor_key: "VideoSiteTab",
  webpage_url: "https://video.example/playlist?list=PL1",
  entries: [clipInfo, null, { ...dayOnlyInfo, id: "def456", formats: [] }],
};
