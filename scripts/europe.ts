// Draws app/ui/map/europe.svg, the sheet of Europe under every map of partners, from Natural Earth's public-domain outlines:
// `npx tsx scripts/europe.ts`. The drawing is kept, as the fonts are, so that neither the server nor its build carries the world.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { geoContains, geoIdentity, geoPath, type GeoPath } from "d3-geo";
import { feature, mergeArcs, mesh } from "topojson-client";
import type { Feature, Geometry } from "geojson";
import type { GeometryCollection, Polygon, Topology } from "topojson-specification";
import { projectAnywhere, sheet } from "../app/ui/map/projection";

const file = fileURLToPath(new URL("../app/ui/map/europe.svg", import.meta.url));

/** Kilometres by which a line may be simplified, and square kilometres below which an island is left out. */
const tolerance = 2.2;
const smallestIsland = 60;

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Country = World["objects"]["countries"]["geometries"][number];
type Outline = Feature<Geometry, { name: string }>;

/** The sheet as SVG: each country once (id: its ISO 3166 number), and all borders on land as one line. */
export function drawEurope(): string {
  const source = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const round = JSON.parse(readFileSync(source, "utf8")) as World;
  round.objects.countries.geometries = recognised(round);
  const world = flattened(round);
  const { countries } = world.objects;
  const draw = geoPath(
    geoIdentity().clipExtent([
      [0, 0],
      [sheet.width, sheet.height],
    ]),
  );
  const paths = countries.geometries.flatMap((country) => {
    const d = compact(draw(withoutSpecks(feature(world, country) as Outline, draw)));
    const code = nameOf(country) === "Kosovo" ? "XK" : letters[String(country.id)];
    return d === "" ? [] : [code ? `<path id="${code}" d="${d}"/>` : `<path d="${d}"/>`];
  });
  const borders = compact(draw(mesh(world, countries, (one, other) => one !== other)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}">`,
    `<g id="land">\n${paths.join("\n")}\n</g>`,
    `<path id="borders" d="${borders}"/>`,
    "</svg>\n",
  ].join("\n");
}

/** The same topology with its arcs on our sheet, in kilometres, simplified: neighbours still share them, so no gap opens. */
function flattened(world: World): World {
  const [kx, ky] = world.transform?.scale ?? [1, 1];
  const [tx, ty] = world.transform?.translate ?? [0, 0];
  const arcs = world.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    const line = arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return projectAnywhere([x * kx + tx, y * ky + ty]);
    });
    return simplified(line);
  });
  return { type: world.type, objects: world.objects, arcs };
}

type Line = Array<[number, number]>;

/** Ramer, Douglas and Peucker's way: the ends stay, and whatever lies further than the tolerance from the line so far. */
function simplified(line: Line): Line {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return line;
  let furthest = 0;
  let distance = 0;
  line.forEach((point, at) => {
    const found = distanceToSegment(point, first, last);
    if (found > distance) [furthest, distance] = [at, found];
  });
  if (distance <= tolerance) return [first, last];
  return [...simplified(line.slice(0, furthest + 1)).slice(0, -1), ...simplified(line.slice(furthest))];
}

function distanceToSegment([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/**
 * The countries as the European Union recognises them, where the outlines show who is in control instead: Crimea is Ukraine's, and
 * Cyprus is one country.
 */
function recognised(world: World): Country[] {
  const all = world.objects.countries.geometries;
  const isCrimea = (part: Polygon) => geoContains(feature(world, part), [34.1, 45.1]);
  const russia = partsOf(named(all, "Russia"));
  const joined: Record<string, Polygon[]> = {
    Russia: russia.filter((part) => !isCrimea(part)),
    Ukraine: [...partsOf(named(all, "Ukraine")), ...russia.filter(isCrimea)],
    Cyprus: [...partsOf(named(all, "Cyprus")), ...partsOf(named(all, "N. Cyprus"))],
  };
  return all.flatMap((country): Country[] => {
    const name = nameOf(country);
    if (name === "N. Cyprus") return [];
    const parts = joined[name];
    if (!parts) return [country];
    return [{ ...mergeArcs(world, parts), id: country.id, properties: { name } }];
  });
}

function nameOf({ properties }: Country): string {
  return properties && "name" in properties ? properties.name : "";
}

function named(countries: Country[], name: string): Country {
  const found = countries.find((country) => nameOf(country) === name);
  if (!found) throw new Error(`The outlines of the world know no ${name}.`);
  return found;
}

function partsOf(country: Country): Polygon[] {
  if (country.type === "Polygon") return [country];
  if (country.type !== "MultiPolygon") return [];
  return country.arcs.map((arcs) => ({ type: "Polygon", arcs }));
}

/** Without islands too small to be seen; a country of islands alone keeps its largest. */
function withoutSpecks(country: Outline, draw: GeoPath): Outline {
  const { geometry } = country;
  if (geometry.type !== "MultiPolygon") return country;
  const parts = geometry.coordinates.map((coordinates) => ({
    coordinates,
    area: draw.area({ type: "Polygon", coordinates }),
  }));
  const largest = Math.max(...parts.map(({ area }) => area));
  const kept = parts.filter(({ area }) => area >= smallestIsland || area === largest);
  return { ...country, geometry: { ...geometry, coordinates: kept.map(({ coordinates }) => coordinates) } };
}

/** The path in whole kilometres, each step counted from the one before: half the size. */
function compact(path: string | null): string {
  return (path ?? "")
    .split(/(?=M)/)
    .map((part) => {
      const points = [...part.matchAll(/(-?[\d.e-]+),(-?[\d.e-]+)/g)].map(([, x, y]): [number, number] => [
        Math.round(Number(x)),
        Math.round(Number(y)),
      ]);
      const steps: string[] = [];
      let [beforeX, beforeY] = [0, 0];
      for (const [x, y] of points) {
        const [dx, dy] = [x - beforeX, y - beforeY];
        if (steps.length > 0 && dx === 0 && dy === 0) continue;
        steps.push(dy < 0 ? `${dx}${dy}` : `${dx} ${dy}`);
        [beforeX, beforeY] = [x, y];
      }
      const [start, ...others] = steps;
      if (start === undefined || others.length === 0) return "";
      return `M${start}l${others.join(" ").replace(/ (?=-)/g, "")}${part.endsWith("Z") ? "z" : ""}`;
    })
    .join("");
}

/** ISO 3166: from the numbers that the outlines bear to the letters that cities bear. */
const letters: Record<string, string> = {
  "008": "AL",
  "012": "DZ",
  "020": "AD",
  "031": "AZ",
  "040": "AT",
  "051": "AM",
  "056": "BE",
  "070": "BA",
  "100": "BG",
  "112": "BY",
  "191": "HR",
  "196": "CY",
  "203": "CZ",
  "208": "DK",
  "233": "EE",
  "234": "FO",
  "246": "FI",
  "248": "AX",
  "250": "FR",
  "268": "GE",
  "276": "DE",
  "300": "GR",
  "304": "GL",
  "336": "VA",
  "348": "HU",
  "352": "IS",
  "368": "IQ",
  "372": "IE",
  "376": "IL",
  "380": "IT",
  "398": "KZ",
  "400": "JO",
  "422": "LB",
  "428": "LV",
  "434": "LY",
  "438": "LI",
  "440": "LT",
  "442": "LU",
  "470": "MT",
  "492": "MC",
  "498": "MD",
  "499": "ME",
  "504": "MA",
  "528": "NL",
  "578": "NO",
  "616": "PL",
  "620": "PT",
  "642": "RO",
  "643": "RU",
  "674": "SM",
  "688": "RS",
  "703": "SK",
  "705": "SI",
  "724": "ES",
  "752": "SE",
  "756": "CH",
  "760": "SY",
  "788": "TN",
  "792": "TR",
  "804": "UA",
  "807": "MK",
  "818": "EG",
  "826": "GB",
  "831": "GG",
  "832": "JE",
  "833": "IM",
  "275": "PS",
  "364": "IR",
  "682": "SA",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, drawEurope());
