/** Whether a text is KML, by its first element. */
export function isKml(start: string): boolean {
  const bare = start.replace(/^(?:\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>))*\s*/i, "");
  return (
    /^<(?:[A-Za-z][\w.-]*:)?kml[\s>]/.test(bare) || (/^<(?:Document|Folder|Placemark)[\s>]/.test(bare) && bare.includes("<coordinates"))
  );
}
