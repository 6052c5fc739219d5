/** Small sheets of each format, invented: what the tests read and the fuzzing starts from. */

export const hashA = "ab".repeat(32);

export const plainSheet =
  'Link;Date;Latitude;Longitude;Notes;Назва\nhttps://t.me/ostrel/1;03.04.2022;50,4501;30,5234;"two\nlines; ""quoted""";Площа\n' +
  "www.example.org/z;2022-03-30 05:40;;;=1+1;\nhttps://example.org/a, https://example.org/b;30 March 2022;50.4501;30.5234;;Ринок\n";

export const atlosCsv =
  "slug,project,inserted_at,updated_at,latitude,longitude,status,description,date,time,general_location,tags,geolocation_resolution,sensitive,source_1,source_2,Weather\n" +
  'ATL-AB1,Ostrel,2022-04-01 10:00:00,2022-04-02 10:00:00,50.45,\'-30.52,To Do,"A van, rolling",2022-03-30,05:40:00,Ostrel,"a, b",Vicinity,"Graphic Violence, Deleted by Source",https://t.me/ostrel/1,https://example.org/v,rain\n' +
  "ATL-AB2,Ostrel,2022-04-01 10:00:00,2022-04-02 10:00:00,,,Completed,Nothing,,,,,,Not Sensitive,https://t.me/ostrel/2,,\n";

const media = `[{'filename': 'tmp/a.mp4', '_key': None, 'urls': ['https://store.example/a.mp4'], 'properties': {'hash': 'SHA-256:${hashA}', 'thumbnails': [{'filename': 'tmp/t.jpg', '_key': None, 'urls': [], 'properties': {}, '_mimetype': 'image/jpeg'}]}, '_mimetype': 'video/mp4'}]`;
export const archiverCsv =
  "status,metadata,media\n" +
  `telethon: success,"{'url': 'https://t.me/ostrel/1', 'title': 'The ""fountain""', 'content': 'It\\'s rolling', 'timestamp': datetime.datetime(2022, 3, 30, 5, 40, tzinfo=datetime.timezone.utc), '_processed_at': datetime.datetime(2022, 4, 1, 12, 0, 1, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800)))}","${media}"\n` +
  `no archiver,"{'url': 'https://t.me/ostrel/2'",[]\n`;

export const archiverSheet =
  "Link,Archive status,Archive location,Archive date,Thumbnail,Upload timestamp,Upload title,Text content,Hash,Our own column\n" +
  `https://t.me/ostrel/1,telethon: success,https://store.example/1.html,2022-04-01T10:00:00+00:00,"=IMAGE(""https://store.example/t.jpg"")",2022-03-30T05:40:00+00:00,The fountain,It rolls,SHA-256:${hashA},kept\n`;

export const linkList =
  "# from the group chat\nhttps://t.me/ostrel/1 the fountain\n- https://example.org/a_(b).\n\nwww.example.org/c\nhttps://user:secret@example.org/d\n";

export const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><DL><p>
    <DT><A HREF="https://t.me/ostrel/1" ADD_DATE="1648618800">Fountain &amp; van</A>
    <DT><A HREF="javascript:alert(1)" ADD_DATE="1648618900">Not a page</A>
</DL><p>
`;

const artifact = {
  id: "a1",
  file_hash_sha256: hashA,
  file_size: 12,
  mime_type: "video/mp4",
  perceptual_hashes: null,
  type: "media",
  title: null,
};
export const atlosSource = {
  id: "v1",
  scoped_id: 1,
  source_url: "https://t.me/ostrel/1",
  status: "complete",
  upload_type: "direct",
  visibility: "visible",
  inserted_at: "2022-04-01T10:00:00",
  artifacts: [artifact],
};
export const atlosIncident = {
  id: "i1",
  slug: "ATL-AB1",
  attr_description: "A van rolled",
  attr_status: "To Do",
  attr_date: "2022-03-30",
  attr_geolocation: { type: "Point", coordinates: [30.52, 50.45] },
  attr_geolocation_resolution: "Exact",
  attr_sensitive: ["Graphic Violence"],
  project_attributes: [{ id: "p1", name: "Weather", value: "rain" }],
  source_material: [atlosSource],
};
export const atlosUpdates = [
  {
    id: "u1",
    type: "update_attribute",
    media_id: "i1",
    modified_attribute: "date",
    new_value: "2022-03-30",
    explanation: "From the post",
    inserted_at: "2022-04-01T11:00:00",
    user: { username: "analyst" },
  },
];
