/** What GeoNames' feature codes mean, in words, and how far down a file of theirs reaches, by its name. */

const byCode: Readonly<Record<string, string>> = {
  "P.PPL": "populated place",
  "P.PPLC": "capital",
  "P.PPLA": "seat of a first-order division",
  "P.PPLA2": "seat of a second-order division",
  "P.PPLA3": "seat of a third-order division",
  "P.PPLA4": "seat of a fourth-order division",
  "P.PPLA5": "seat of a fifth-order division",
  "P.PPLG": "seat of government",
  "P.PPLX": "section of a populated place",
  "P.PPLL": "populated locality",
  "P.PPLS": "populated places",
  "P.PPLF": "farm village",
  "P.PPLQ": "abandoned populated place",
  "P.PPLW": "destroyed populated place",
  "P.PPLH": "historical populated place",
  "P.PPLCH": "historical capital",
  "P.PPLR": "religious populated place",
  "P.STLMT": "settlement",
  "A.ADM1": "first-order division",
  "A.ADM2": "second-order division",
  "A.ADM3": "third-order division",
  "A.ADM4": "fourth-order division",
  "A.ADM5": "fifth-order division",
  "A.PCLI": "country",
  "S.RSTN": "railway station",
  "S.RSTP": "railway stop",
  "S.AIRP": "airport",
  "S.FRM": "farm",
};
const byClass: Readonly<Record<string, string>> = {
  ...{ A: "administrative area", H: "water", L: "area", P: "populated place", R: "road or railway", S: "building or site" },
  ...{ T: "height or landform", U: "feature under the sea", V: "vegetation" },
};

export function kindOfFeature(featureClass: string, featureCode: string): string {
  return byCode[`${featureClass}.${featureCode}`] ?? kindOfClass(featureClass, featureCode);
}

function kindOfClass(featureClass: string, featureCode: string): string {
  const known = byClass[featureClass];
  if (known === undefined) return "unknown";
  return featureCode === "" ? known : `${known} (${featureCode})`;
}

/** `fileName`: as GeoNames calls the file. */
export function floorOfFile(fileName: string): string {
  const cities = /^cities(\d+)\./i.exec(fileName);
  if (cities !== null) return `population above ${cities[1]}, or a seat of a division (by the name of the file)`;
  if (/^(?:[A-Z]{2}|allCountries)\./.test(fileName)) return "none stated: every place of GeoNames in this file";
  return "not known: the name of the file tells no floor";
}

export const geoNamesLicence = "GeoNames, CC BY 4.0";
