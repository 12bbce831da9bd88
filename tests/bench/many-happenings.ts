// A network that has lived long: 15 partners, 300 members, 100,000 happenings, put straight into the file of a demo house.
import { join } from "node:path";
import Database from "better-sqlite3";
import { hashOf } from "~/domain/activity/chain.server";
import type { ActivityKind, Audience } from "~/domain/activity/activity";
import { newId } from "~/platform/id";

export interface ManyHappenings {
  slug: string;
  networkId: string;
  /** Somebody and some city of whom many of the happenings are. */
  personId: string;
  partnershipId: string;
}

const [partners, members, happenings] = [15, 300, 100_000];
const slug = "long-lived";

/** As long as a real one: 20 KB. */
const longText = "A line of a text that somebody has written.\n".repeat(465);

/** What happens how often, in hundredths. */
const kinds: Array<[number, ActivityKind, Audience["room"]]> = [
  [50, "document-saved", "working"],
  [15, "comment-added", "published"],
  [10, "comment-added", "working"],
  [10, "document-published", "published"],
  [5, "document-created", "working"],
  [4, "comment-edited", "published"],
  [3, "comment-deleted", "network"],
  [2, "profile-changed", "managers"],
  [1, "profile-changed", "finance"],
];

/** Demo accounts that hold a role in it: they read it by their passwords. */
const readers = [
  ["barnsley", "lead-partner", 0],
  ["alytus", "project-officer", 1],
  ["observer", "observer", null],
] as const;

/** Inserts all in one transaction; always the same but for the ids. */
export function liveLong(dataFolder: string): ManyHappenings {
  const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
  try {
    return file.transaction(() => insert(file))();
  } finally {
    file.close();
  }
}

function insert(file: Database.Database): ManyHappenings {
  const networkId = newId();
  const began = Date.UTC(2025, 0, 1);
  const instant = (at: number) => new Date(at).toISOString().replace("Z", "+00:00");
  const row = (table: string, values: Record<string, string | number | null>) => {
    const names = Object.keys(values);
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => "?").join()})`;
    prepared
      .set(sql, prepared.get(sql) ?? file.prepare(sql))
      .get(sql)
      ?.run(Object.values(values));
  };
  const prepared = new Map<string, Database.Statement>();
  row("Network", {
    id: networkId,
    slug,
    name: "Long-lived",
    type: "transfer",
    programme: "URBACT III",
    theme: "Age",
  });
  const partnershipIds = Array.from({ length: partners }, (_, index) => {
    const [cityId, institutionId, id] = [newId(), newId(), newId()];
    row("City", { id: cityId, country: "LT" });
    row("CityName", { cityId, language: "en", name: `City ${index + 1}`, isOwn: 1 });
    row("Institution", { id: institutionId, cityId, name: `Municipality ${index + 1}` });
    const role = index === 0 ? "lead-partner" : "project-partner";
    row("Partnership", { id, networkId, institutionId, role, since: "2025-01-01" });
    return id;
  });
  const enrol = (personId: string, role: string, partnershipId: string | null) =>
    row("Membership", { id: newId(), networkId, personId, role, partnershipId, since: instant(began) });
  const people = Array.from({ length: members - readers.length }, (_, index) => {
    const id = newId();
    const at = instant(began);
    const email = `member-${index}-${id}@bench.torg`;
    row("Person", { id, name: `Member ${index + 1}`, email, createdAt: at, updatedAt: at });
    enrol(id, "project-officer", nth(partnershipIds, index));
    return id;
  });
  for (const [account, role, place] of readers) {
    const find = file.prepare<[string], string>("SELECT id FROM Person WHERE email = ?").pluck();
    const id = find.get(`${account}@demo.torg`);
    if (id === undefined) throw new Error(`there is no demo account ${account}`);
    enrol(id, role, place === null ? null : nth(partnershipIds, place));
  }
  const documents = Array.from({ length: 300 }, (_, index) => {
    const [id, personId, partnershipId] = [newId(), nth(people, index), nth(partnershipIds, index)];
    const title = `Text ${index + 1}`;
    const at = instant(began);
    const published = index % 2 === 0;
    row("Document", {
      ...{ id, networkId, partnershipId, kind: "good-practice", language: "en", title, text: longText },
      ...{ createdById: personId, createdAt: at, updatedAt: at },
      ...(published && { publishedVisibility: "network", publishedTitle: title, publishedText: longText }),
      ...(published && {
        publishedLanguage: "en",
        publishedRevision: 1,
        publishedAt: at,
        publishedById: personId,
      }),
    });
    return { id, partnershipId };
  });
  let hash = "";
  for (let position = 1; position <= happenings; position += 1) {
    const [, kind, reach] = kindAt((position * 37) % 100);
    const document = nth(documents, position * 7);
    const at = new Date(began + position * 600_000);
    const [before, after] = [
      { title: `Text ${position}`, revision: position },
      { title: `Text ${position + 1}` },
    ];
    const columns = {
      ...{
        id: newId(),
        chain: networkId,
        position,
        networkId,
        personId: nth(people, position * 11),
        kind,
        reach,
      },
      ...{ subjectId: document.id, partnershipId: document.partnershipId, documentId: document.id },
    };
    hash = hashOf({ ...columns, before, after, at }, hash);
    row("Activity", {
      ...columns,
      ...{ before: JSON.stringify(before), after: JSON.stringify(after), at: instant(at.getTime()), hash },
    });
  }
  row("ChainHead", { chain: networkId, position: happenings, hash });
  return { slug, networkId, personId: nth(people, 11), partnershipId: nth(partnershipIds, 7) };
}

function kindAt(part: number): (typeof kinds)[number] {
  let below = 0;
  for (const kind of kinds) if (part < (below += kind[0])) return kind;
  return nth(kinds, 0);
}

function nth<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}
