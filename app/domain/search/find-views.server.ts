// Finds as a page shows them: read from the database at the moment of the search, the words marked where they stand.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import type { Member } from "../access/member";
import { isSignedText } from "../documents/document";
import { around, finderOf, marked, withoutEmptySections } from "./hits";
import type { Clause } from "./question";
import { isOnText, type Find, type FindOnText, type Piece } from "./search";
import type { Found } from "./view.server";
import { wholeText } from "./words-to-index";

interface Reader {
  members: readonly Member[];
  language: string;
  /** Cities whose names are wanted as well. */
  cityIds: readonly string[];
}

interface City {
  name: string;
  country: string;
}

/** The finds in their order. Whatever has gone meanwhile cannot be among them: all is read in the transaction of the search. */
export function describe(
  database: SqliteFile,
  found: readonly Found[],
  clauses: readonly Clause[],
  { language, cityIds }: Reader,
): { finds: Find[]; cityNames: Map<string, string> } {
  const inTexts = finderOf(clauses.flatMap(({ forms }) => forms));
  const inNames = finderOf(
    clauses.flatMap(({ forms, isPhrase }) =>
      forms.map(({ words, isOpen }) => ({ words, isOpen: isOpen || !isPhrase })),
    ),
  );
  const cities = citiesOf(database, [...cityIds, ...found.flatMap((one) => one.cityIds)], language);
  const finds = found.flatMap((one): Find[] => {
    const shown = show(database, one, cities, { inTexts, inNames });
    if (!shown) return [];
    const city =
      one.kind === "city" || one.cityIds.length === 0 ? undefined : cities.get(one.cityIds[0] ?? "");
    const { slug, name } = one.member.network;
    return [
      {
        kind: one.kind,
        network: { slug, name },
        city: city?.name ?? "",
        country: (one.kind === "city" ? cities.get(one.subject) : city)?.country ?? "",
        ...(one.text ? { text: one.text } : {}),
        ...(one.isOwn ? { isOwn: true } : {}),
        ...(one.at ? { at: new Date(one.at) } : {}),
        ...shown,
        language: shown.language ?? one.language,
      },
    ];
  });
  return { finds, cityNames: new Map([...cities].map(([id, { name }]) => [id, name])) };
}

interface Finders {
  inTexts: RegExp | null;
  inNames: RegExp | null;
}

type Shown = Pick<Find, "id" | "title" | "around"> & Partial<Find>;

/** Where what is said about texts is kept. */
const keptIn: Record<FindOnText, string> = {
  comment: "(SELECT * FROM Comment WHERE deletedAt IS NULL) s",
  reply: "VisitStatement s",
  addition: "VisitStatement s",
  reflection: "Reflection s",
};

function show(
  database: SqliteFile,
  found: Found,
  cities: ReadonlyMap<string, City>,
  { inTexts, inNames }: Finders,
): Shown | null {
  const { subject, kind, document } = found;
  const named = (id: string, name: string | undefined, more: Piece[] = []): Shown | null =>
    name === undefined ? null : { id, title: marked(name, inNames), around: more };
  if (kind === "network") return named(subject, found.member.network.name);
  if (kind === "person")
    return named(subject, database.values<string>("SELECT name FROM Person WHERE id = ?", subject)[0]);
  if (kind === "city") {
    const [partnership] = database.rows<{ id: string; name: string }>(
      `SELECT p.id, i.name FROM Partnership p JOIN Institution i ON i.id = p.institutionId
       WHERE i.cityId = ? AND p.networkId = ? ORDER BY p.until IS NULL DESC, p.since DESC LIMIT 1`,
      subject,
      found.member.network.id,
    );
    return partnership
      ? named(partnership.id, cities.get(subject)?.name, marked(partnership.name, inNames))
      : null;
  }
  if (!document) return null;
  const [prefix, Prefix] = found.text === "published" ? ["published", "Title"] : ["", "title"];
  if (isOnText(kind)) {
    const [said] = database.rows<{ text: string; title: string } & Signing>(
      `SELECT s.text, d.${prefix}${Prefix} AS title, ${signing} FROM ${keptIn[kind]} JOIN Document d ON d.id = s.documentId
       WHERE s.id = ?`,
      subject,
    );
    if (!said) return null;
    const title = marked(said.title, null);
    return {
      id: subject,
      documentId: document.id,
      title,
      around: around(said.text, inTexts),
      language: "",
      ...signed(found, said),
    };
  }
  const [text] = database.rows<{ title: string; text: string; facts: string | null } & Signing>(
    found.text === "published"
      ? `SELECT publishedTitle AS title, publishedText AS text, publishedFacts AS facts, ${signing} FROM Document d WHERE id = ?`
      : `SELECT title, text, facts, ${signing} FROM Document d WHERE id = ?`,
    document.id,
  );
  if (!text) return null;
  const whole = wholeText(
    withoutEmptySections(text.text, inTexts),
    text.facts === null ? null : JSON.parse(text.facts),
  );
  return {
    id: document.id,
    documentId: document.id,
    title: marked(text.title, inNames),
    around: around(whole, inTexts),
    ...signed(found, text),
  };
}

type Signing = Parameters<typeof isSignedText>[1];

const signing = "d.revision, d.publishedRevision, d.sealedAt";

function signed({ text = "published" }: Found, document: Signing): Pick<Find, "isSigned"> {
  return isSignedText(text, document) ? { isSigned: true } : {};
}

/** What the cities are called in this language, or call themselves. */
function citiesOf(database: SqliteFile, ids: readonly string[], language: string): Map<string, City> {
  const cities = new Map<string, City>();
  for (const id of new Set(ids)) {
    const [city] = database.rows<City>(
      `SELECT n.name, c.country FROM CityName n JOIN City c ON c.id = n.cityId WHERE n.cityId = ?
       ORDER BY n.language = ? DESC, n.isOwn DESC LIMIT 1`,
      id,
      language,
    );
    if (city) cities.set(id, city);
  }
  return cities;
}
