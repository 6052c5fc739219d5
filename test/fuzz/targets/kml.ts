/** KML. Whatever the text, the reading must keep to its schema, and every place in it must have an area. */
import { MapFileReading } from "../../../src/core/analysis/reading-result.ts";
import { readKml } from "../../../src/formats/kml/read-kml.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const places = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE kml><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<Style id="s"><IconStyle><Icon><href>http://signs.example/a.png</href></Icon></IconStyle></Style>
<Placemark><name>A &amp; B</name><description><![CDATA[<b>x</b>]]></description><TimeSpan><begin>2024-09</begin><end>2024-09-14T10:00:00+03:00</end></TimeSpan><ExtendedData><Data name="witnessmark:id"><value>p1</value></Data><Data name="witnessmark:case"><value>c</value></Data><Data name="witnessmark:record"><value>e1</value></Data><Data name="witnessmark:radiusM"><value>5</value></Data></ExtendedData><MultiGeometry><Point><coordinates>30.18,50.46,1</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>0.2,0.1 0.3,0.1 0.3,0.2</coordinates></LinearRing></innerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><TimeStamp><when>2024-09-14</when></TimeStamp><gx:MultiTrack><gx:Track><when>2024-09-14T10:00:00Z</when><gx:coord>30 50 1</gx:coord><gx:coord>31 51 1</gx:coord></gx:Track></gx:MultiTrack></Placemark>
<NetworkLink><Link><href>http://more.example/x.kml</href></Link></NetworkLink>
<GroundOverlay><Icon><href>a.png</href></Icon><LatLonBox><north>51</north><south>50</south><east>31</east><west>30</west><rotation>3</rotation></LatLonBox></GroundOverlay>
</Document></kml>`;
const round = `<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${Array.from({ length: 64 }, (_, at) => `${30 + Math.cos(at / 10.19) / 100},${Math.sin(at / 10.19) / 100}`).join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;

export const target: FuzzTarget = {
  name: "kml",
  seeds: () => [places, round].map(bytesOf),
  dictionary: [
    ...[
      "<kml>",
      "</kml>",
      "<Placemark>",
      "</Placemark>",
      "<Folder>",
      "<coordinates>",
      "</coordinates>",
      "<gx:Track>",
      "<href>",
      "</href>",
      "<![CDATA[",
      "]]>",
      "<!--",
    ],
    ...[
      '<!DOCTYPE kml [<!ENTITY a "b">]>',
      "&a;",
      "&#x110000;",
      "&#0;",
      "180,90",
      "-180,-90",
      "NaN,1e999",
      "1,2,3,4",
      "9999-99",
      "0001-01-01T00:00:00Z",
    ],
  ],
  run(bytes) {
    const { features } = MapFileReading.parse(readKml(new TextDecoder().decode(bytes)));
    for (const { region, precision } of features)
      if (region !== "unknown" && precision === "") throw new Error("a place without what its extent rests on");
  },
};
