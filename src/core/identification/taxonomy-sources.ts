/** Public pages in which the facts of the taxonomy were read. Most are secondary; whoever holds a manual replaces them. */
import type { FactSource } from "./taxonomy.ts";

type Source = NonNullable<FactSource>;

/** What follows from the words of the class alone: a wheeled vehicle has no track, and so no road wheels inside one. */
export const byDefinition: Source = { title: "follows from the name of the class", address: "docs/method/identification.md" };

export const sources = {
  bmd1Wheels: { title: "BMD series, encyclopaedia text on the BMD-1's running gear", address: "https://wikisum.wiki/wiki/BMD_series" },
  bmd1: { title: "BMD-1, table of armament", address: "https://en.wikipedia.org/wiki/BMD-1" },
  bmd2: { title: "BMD-2, table of armament", address: "https://en.wikipedia.org/wiki/BMD-2" },
  bmd4Wheels: {
    title: "BMD-4M: a tracked chassis with five road wheels",
    address: "http://strategic-bureau.com/bmd-4m-pour-les-paras-russes",
  },
  bmd4Guns: {
    title: "BMD-4M: 100 mm gun coupled to a 30 mm cannon",
    address:
      "https://engineeringrussia.wordpress.com/2015/03/11/first-delivery-of-bmd-4-and-btr-mdm-armoured-vehicles-arrived-to-the-airborne-formation-of-tula/",
  },
  bmp1: { title: "BMP-1, description with running gear and armament", address: "https://militaryimages.net/media/comments/3034" },
  bmp2Chassis: { title: "BMP-2: keeps roughly the chassis of the BMP-1", address: "https://ghostrecon.fandom.com/wiki/BMP-2" },
  bmp2: { title: "BMP-2: what changed from the BMP-1", address: "https://military-history.fandom.com/wiki/BMP-2" },
  bmp3Wheels: {
    title: "BMP-3 in a simulator's data: twelve wheel posts, six a side",
    address: "https://github.com/Quaggles/dcs-lua-datamine",
  },
  bmp3Guns: {
    title: "BMP-3: one turret with a 100 mm gun and a 30 mm cannon",
    address: "https://www.zonearmee.com/rostec-livre-a-larmee-russe-des-bmp-3-modernises-avec-blindage-anti-drones-renforce",
  },
  mtlb: { title: "MT-LB: six road wheels, no return rollers", address: "https://www.globalsecurity.org/military/world/russia/mt-lb.htm" },
  t55: {
    title: "T-54/T-55: gap behind the first wheel, slack track; T-62: gaps that grow to the rear",
    address: "https://en.wikipedia.org/wiki/T-54/T-55_tank",
  },
  t62: {
    title: "T-55 and T-62: five road wheels a side, spaced in different ways",
    address: "https://kienthuc.net.vn/quan-su/chi-tiet-dac-biet-tren-hai-dong-xe-tang-t-54-55-va-t-62-viet-nam-1284405.html",
  },
  tSix: {
    title: "T-64: six small wheels; T-72, T-80, T-90: six large ones; T-55 and T-62: five",
    address: "http://higashi-nagasaki.com/d2006/D01-2006_008.html",
  },
  tWheels: {
    title: "Wheels of T-64 (555 mm, no rubber), T-72 and T-90 (750 mm, rubber), T-80 (670 mm, rubber)",
    address:
      "http://www.020mag.com/fr/actualites/6945/5-curiosites-sur-les-blindes-russes-comment-differencier-un-t-64-d-un-t-72-ou-un-t-90-d-un-t-80-",
  },
  btr70: {
    title: "BTR-70: where its side doors are, and where those of the BTR-60 are",
    address: "http://lost-alpha.wikia.com/wiki/BTR-70_Armored_Personnel_Carrier",
  },
  btr80: {
    title: "BTR-80: doors in two halves between the second and third wheels",
    address: "http://www.nationalcoldwarexhibition.org/research/collections/btr-80/",
  },
  btr82a: {
    title: "BTR-82A: 30 mm 2A72",
    address: "https://it.topwar.ru/104091-bolee-50-btr-82a-postupili-na-vooruzhenie-formiruemoy-na-urale-tankovoy-divizii.html",
  },
  btrEight: { title: "BTR-60: eight wheels", address: "http://usacac.army.mil/cac2/call/thesaurus/toc.asp?id=36457" },

  tapeMarch2022: {
    title: "Tape as a mark of the war (March 2022)",
    address: "https://www.spartanat.com/2022/03/patchology-abzeichen-des-krieges/",
  },
  bandsApril2022: {
    title: "How those who fight are told apart (6 April 2022)",
    address: "https://pledgetimes.com/ukraine-accuses-russia-of-using-civilians-as-human-bait/",
  },
  bandsOctober2022: {
    title: "Colours change by a secret code; red on Belarusian soldiers (October 2022)",
    address: "https://wiadomosci.onet.pl/swiat/dlaczego-bialoruscy-zolnierze-nosza-czerwone-opaski-to-bardzo-zly-znak/n6hwb3e",
  },
  blueAsDeception: {
    title: "A commander says that his men wore the other side's blue (March 2025)",
    address:
      "https://www.topky.sk/cl/11/2997915/Ako-nacisti-v-Ardenach-pocas-II--svetovej-vojny--Rusi-pouzili-v-Sudzi-proti-Ukrajincom-sokujucu-strategiu",
  },
  letters2022: {
    title: "Z in the south and east, V in the north, some O (3 March 2022)",
    address: "https://www.visiontimes.com/2022/03/03/meaning-of-z-and-v-painted-on-russian-tanks-in-ukraine.html",
  },
  shapes2022: {
    title: "Letters inside triangles, squares and circles; what they mean is unconfirmed (February 2022)",
    address: "https://www.verkkouutiset.fi/asiantuntijat-ihmettelivat-venajan-joukkojen-outoja-merkintoja/",
  },
  triangle2024: {
    title: "White triangle in the Kursk operation, seen before in June (August 2024)",
    address: "https://nytimespost.com/?p=57125",
  },
  triangleCopied: {
    title: "The same triangle on lorries in occupied Mariupol",
    address: "https://nenka.info/de/vijska-rf-pochaly-nanosyty-na-svoyu-tehniku-%E2%80%8B%E2%80%8B%E2%80%8B%E2%80%8Bmarkuvannya-zsu",
  },
  flagUkraine: {
    title: "Constitution of Ukraine, article 20: the State Flag",
    address: "https://zakon.rada.gov.ua/laws/show/254%D0%BA/96-%D0%B2%D1%80",
  },
} as const satisfies Readonly<Record<string, Source>>;
