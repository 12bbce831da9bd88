// What happened, as people look for it: kinds in plain words, and how a feed is narrowed.
import { activityKinds, type ActivityKind } from "./activity";

/** What happenings are about, in the order of the choice. */
export const feedTopics = ["texts", "comments", "deliverables", "people", "network", "money"] as const;

export type FeedTopic = (typeof feedTopics)[number];

/** By the first word of a kind; a kind that begins otherwise has no topic, and fails a test. */
const firstWords: Record<FeedTopic, readonly string[]> = {
  texts: ["document", "version", "publication", "file", "element", "visit", "reflection", "task"],
  comments: ["comment"],
  deliverables: ["deliverable"],
  people: [
    "administrator",
    "address",
    "person",
    "member",
    "invitation",
    "role",
    "password",
    "profile",
    "handed",
    "handover",
    "speaks",
    "local",
  ],
  network: [
    "network",
    "phase",
    "partnership",
    "partner",
    "city",
    "institution",
    "demo",
    "activity",
    "template",
  ],
  money: ["budget", "finance"],
};

/** What a happening of this kind is about. */
export function topicOf(kind: ActivityKind): FeedTopic | undefined {
  const [first = ""] = kind.split("-");
  return feedTopics.find((topic) => firstWords[topic].includes(first));
}

/** The kinds that are about this. */
export function kindsAbout(topic: FeedTopic): ActivityKind[] {
  return activityKinds.filter((kind) => topicOf(kind) === topic);
}

/** Of what kind a template is: the kinds of documents, which the activity itself does not know. */
const templateKinds = [
  "good-practice",
  "visit-note",
  "action-plan",
  "diary-entry",
  "minutes",
  "note",
] as const;

/**
 * Kinds that say more precisely to whom or as what, by what the row itself became: `sentenceTo.document-shared.network`. Where a row
 * does not say, the plain sentence does.
 */
export const preciseSentences = {
  "document-shared": { field: "visibility", values: ["draft", "local-group", "network"] },
  "document-unshared": { field: "visibility", values: ["draft", "local-group"] },
  "document-published": { field: "publishedVisibility", values: ["network", "public"] },
  "document-named": { field: "level", values: ["reader", "commenter", "writer"] },
  "template-changed": { field: "kind", values: templateKinds },
  "template-reset": { field: "kind", values: templateKinds },
  "version-brought-back": { field: "what", values: ["section"] },
  "comment-resolved": { field: "outcome", values: ["done", "answered", "declined"] },
} as const satisfies Partial<Record<ActivityKind, { field: string; values: readonly string[] }>>;

export type PreciseKind = keyof typeof preciseSentences;

/** The end of the key of the precise sentence; null where the plain one is said. */
export function preciseIn(kind: ActivityKind, after: unknown): string | null {
  if (!Object.hasOwn(preciseSentences, kind)) return null;
  const { field, values } = preciseSentences[kind as PreciseKind];
  const value = shortValue(after, field);
  return (values as readonly unknown[]).includes(value) ? String(value) : null;
}

/** Kinds that were done to a person on a document. */
export const aboutPersons: readonly ActivityKind[] = ["document-named", "document-unnamed"];

/**
 * What a sentence of the catalogue may put in. Each is a text, empty where the row does not know it; `as` is the role with its cities:
 * "Project officer, Alytus"; `language` is that of a template.
 */
export const sentenceValues = ["name", "title", "city", "person", "as", "language"] as const;

/** Where a feed goes on: after the row of this instant and place. */
export interface FeedPlace {
  at: Date;
  position: number;
}

/** How a feed is narrowed; what is left out narrows nothing. */
export interface FeedFilter {
  personId?: string;
  /** Any partnership of the city. */
  city?: string;
  topic?: FeedTopic;
  /** First and last calendar day, "YYYY-MM-DD", in the reader's time zone. */
  from?: string;
  to?: string;
  older?: FeedPlace;
}

/** One thing that is otherwise now. A value is as the row has it: a text, a number, a day or an instant. */
export interface FeedChange {
  field: FeedField;
  was: string | number | null;
  became: string | number | null;
}

/** What a change is told of, each with a word in the catalogue. */
export const feedFields = [
  "title",
  "name",
  "language",
  "visibility",
  "publishedVisibility",
  "level",
  "role",
  "since",
  "until",
  "type",
  "programme",
  "theme",
  "startsOn",
  "endsOn",
  "plannedStart",
  "plannedEnd",
  "actualStart",
  "actualEnd",
  "state",
  "institution",
  "country",
  "population",
  "budget",
  "email",
  "section",
  "stood",
] as const;

export type FeedField = (typeof feedFields)[number];

/** Longer texts are not told in a feed. */
const longest = 200;

/** What was and became, of what the catalogue has a word for, where it is short and differs. */
export function changesIn(before: unknown, after: unknown): FeedChange[] {
  return feedFields.flatMap((field): FeedChange[] => {
    const [was, became] = [shortValue(before, field), shortValue(after, field)];
    if (was === undefined || became === undefined || was === became) return [];
    return [{ field, was, became }];
  });
}

/** What the row itself says something was called. */
export function titleIn(before: unknown, after: unknown): string {
  const titles = [after, before].flatMap((said) => [shortValue(said, "title"), shortValue(said, "name")]);
  return titles.find((title) => typeof title === "string") ?? "";
}

/** undefined: the row does not say, or not shortly. */
export function shortValue(said: unknown, field: string): string | number | null | undefined {
  const value =
    typeof said === "object" && said !== null ? (said as Record<string, unknown>)[field] : undefined;
  if (value === null || typeof value === "number") return value;
  return typeof value === "string" && value.length <= longest ? value : undefined;
}

/** The address of a feed with this filter, relative to it: "?" alone shows everything. */
export function feedSearch({ personId, older, ...rest }: FeedFilter): string {
  const place = older ? `${older.at.getTime()}-${older.position}` : undefined;
  const given = Object.entries({ person: personId, ...rest, older: place }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `?${new URLSearchParams(given).toString()}`;
}
