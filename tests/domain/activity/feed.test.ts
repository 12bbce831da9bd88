// The feed's words and filters: every kind has a sentence and a topic, an address means what it says and never fails.
import { expect, test } from "vitest";
import { activityKinds } from "~/domain/activity/activity";
import {
  changesIn,
  feedFields,
  feedSearch,
  kindsAbout,
  preciseIn,
  preciseSentences,
  sentenceValues,
  titleIn,
  topicOf,
} from "~/domain/activity/feed";
import { feedFilterIn } from "~/domain/activity/feed-orders";
import { documentKinds } from "~/domain/documents/document";
import { dayAfter } from "~/domain/networks/calendar-day";
import { beginningOfDay } from "~/domain/networks/reader-days";
import { catalogueLanguages, placeholdersIn, stringsOf } from "../../i18n/catalogue-files";

test.each(catalogueLanguages)(
  "every kind of happening has its sentence in %s, with values that a feed can give",
  (language) => {
    const strings = stringsOf(language);
    const wrong = activityKinds.filter((kind) => {
      const sentence = strings.get(`activity:sentence.${kind}`);
      const known = new Set<string>(sentenceValues);
      return !sentence || !placeholdersIn(sentence).every((name) => known.has(name));
    });
    expect(wrong).toEqual([]);
  },
);

test.each(catalogueLanguages)(
  "every precise sentence is there in %s, with values that a feed can give",
  (language) => {
    const strings = stringsOf(language);
    const known = new Set<string>(sentenceValues);
    for (const [kind, { values }] of Object.entries(preciseSentences))
      for (const value of values) {
        const sentence = strings.get(`activity:sentenceTo.${kind}.${value}`) ?? "";
        expect([kind, value, placeholdersIn(sentence).filter((name) => known.has(name)).length]).toEqual([
          kind,
          value,
          placeholdersIn(sentence).length,
        ]);
        expect(placeholdersIn(sentence), `${kind} ${value}`).toContain("name");
      }
  },
);

test("a template of any kind of document is told by its kind", () => {
  for (const kind of ["template-changed", "template-reset"] as const)
    expect(documentKinds.map((about) => preciseIn(kind, { kind: about }))).toEqual([...documentKinds]);
});

test("every sentence is of a kind that there is", () => {
  const sentences = [...stringsOf("en").keys()].flatMap((key) => key.split("activity:sentence.")[1] ?? []);
  expect(sentences.sort()).toEqual([...activityKinds].sort());
});

test("every kind of happening has a topic under which it is looked for", () => {
  expect(activityKinds.filter((kind) => topicOf(kind) === undefined)).toEqual([]);
  expect(kindsAbout("comments")).toEqual(activityKinds.filter((kind) => kind.startsWith("comment-")));
});

test("a filter stands in the address and is read from it again", () => {
  const filter = {
    personId: "p1",
    city: "c1",
    topic: "texts" as const,
    from: "2026-01-01",
    to: "2026-01-31",
    older: { at: new Date("2026-01-15T10:00:00.123Z"), position: 17 },
  };
  expect(feedFilterIn(new URL(`http://x/${feedSearch(filter)}`).searchParams)).toEqual(filter);
  expect(feedSearch({})).toBe("?");
});

test.each([
  "?topic=anything&from=yesterday&to=2026-02-30",
  "?person=&city=&topic=&from=&to=&older=",
  "?older=-1-5",
  "?older=now",
  `?person=${"x".repeat(500)}`,
  "?__proto__=x&constructor=y",
])("what makes no sense in the address narrows nothing: %s", (search) => {
  const filter = feedFilterIn(new URLSearchParams(search));
  expect(Object.values(filter).filter((value) => value !== undefined)).toEqual([]);
});

test("an instant beyond every calendar does not break the feed", () => {
  const { older } = feedFilterIn(new URLSearchParams("?older=999999999999999-1"));
  expect(older?.at.getTime()).not.toBeNaN();
});

test.each([
  ["2026-11-21", "Europe/Vilnius", "2026-11-20T22:00:00.000Z"],
  ["2026-07-01", "Europe/Vilnius", "2026-06-30T21:00:00.000Z"],
  ["2026-03-29", "Europe/Brussels", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Brussels", "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "Europe/Brussels", "2026-10-24T22:00:00.000Z"],
  ["2026-10-26", "Europe/Brussels", "2026-10-25T23:00:00.000Z"],
  ["2026-11-21", "America/New_York", "2026-11-21T05:00:00.000Z"],
  ["2026-11-21", "Nowhere/At_All", "2026-11-21T00:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(beginningOfDay(day, zone).toISOString()).toBe(instant);
});

test("the day after the last of a month is the first of the next", () => {
  expect(["2026-02-28", "2026-12-31"].map((day) => dayAfter(day, 1))).toEqual(["2026-03-01", "2027-01-01"]);
});

test("what was and became is told where both are known, short and different", () => {
  expect(
    changesIn(
      {
        title: "A",
        language: "en",
        text: "was",
        theme: "x".repeat(201),
        until: null,
        role: "observer",
        names: [],
      },
      { title: "B", language: "en", text: "is", theme: "y", until: "2026-01-01", names: [1] },
    ),
  ).toEqual([
    { field: "title", was: "A", became: "B" },
    { field: "until", was: null, became: "2026-01-01" },
  ]);
  for (const odd of [null, "text", 5, [], [1]]) expect(changesIn(odd, odd)).toEqual([]);
});

test("a happening is called what its row says it became, or was", () => {
  expect(titleIn({ title: "Old" }, { title: "New" })).toBe("New");
  expect(titleIn({ name: "Phase 1" }, null)).toBe("Phase 1");
  expect(titleIn(null, { title: 5 })).toBe("");
});

test("every field that a change is told of has its word", () => {
  const strings = stringsOf("en");
  expect(feedFields.filter((field) => !strings.has(`feed:field.${field}`))).toEqual([]);
});
