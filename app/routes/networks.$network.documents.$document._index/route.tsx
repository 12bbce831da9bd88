// Reading a document, with what is said about it beside it.
import { useMemo } from "react";
import type { SerializeFrom } from "@remix-run/node";
import { useLoaderData, useNavigate, useParams } from "@remix-run/react";
import { readsExpertRemarks } from "~/domain/access/remarks";
import { listThreads } from "~/domain/comments/threads.server";
import { threadFilterIn } from "~/domain/comments/thread-filter";
import { readAuthorship } from "~/domain/documents/authorship.server";
import { elementMatrix } from "~/domain/documents/element-marks.server";
import { FollowOriginal } from "~/domain/documents/managing-orders";
import { followOriginal } from "~/domain/documents/following.server";
import { relationsOf } from "~/domain/documents/relations.server";
import { readDocument } from "~/domain/documents/reading.server";
import { sinceRead } from "~/domain/documents/since-read.server";
import { readVisit } from "~/domain/visits/reading.server";
import { kindsWithTasks } from "~/domain/documents/tasks-in-text";
import { boxesWithoutTask } from "~/domain/tasks/boxes-without-task.server";
import { tasksOfText } from "~/domain/tasks/tasks.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageText } from "~/http/page-text.server";
import { ShownText } from "~/ui/page-text";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { documentCrumbs } from "~/ui/document-crumbs";
import { DocumentPresence } from "~/ui/document-presence";
import { Notice } from "~/ui/notice";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { ReadingLayout } from "~/ui/reading-layout";
import { FactsAbove } from "~/ui/facts-above";
import { FactsBelow } from "~/ui/facts-below";
import { statedFacts } from "~/ui/stated-facts";
import { later } from "~/ui/later";
import { shownSections } from "~/ui/authorship/shown-sections";
import { whoWroteWhat } from "~/ui/authorship/who-wrote-what";
import type { ScreenHandle } from "~/ui/screen-handle";
import type { ThreadPlace } from "~/ui/threads/thread-place";
import { useShortcuts } from "~/ui/use-shortcuts";
import { useReader } from "~/ui/use-reader";
import { Comments, hasThreads, LinkedNone, RemarksOfReading } from "./comments";
import { DocumentActions } from "./document-actions";
import { DoneNotice } from "./done-notice";
import { visitIntents } from "./visit-intents.server";
import { DocumentFacts } from "./document-facts";
import { hasOthers, outlineBelow } from "./outline-below";
import { PostedRefusal } from "./posted-refusal";
import { remarkIntents } from "./remark-intents.server";
import { SinceRead } from "./since-read";
import { useNoteRead } from "./use-note-read";
import { withBoxes } from "~/ui/tasks/boxes-in-html";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

// What few texts have comes with those alone: everybody's first visit is the lighter for it.
const Visit = later(() => import("./visit").then((module) => module.Visit));
const Tasks = later(() => import("./tasks").then((module) => module.Tasks));
const OthersAndElements = later(() =>
  import("./others-and-elements").then((module) => module.OthersAndElements),
);
const OtherTexts = later(() => import("./other-texts").then((module) => module.OtherTexts));
const ToldText = later(() => import("./told-text").then((module) => module.ToldText));
if (import.meta.env.SSR)
  await Promise.all(
    [Visit, Tasks, OthersAndElements, OtherTexts, ToldText, RemarksOfReading].map((part) => part.fetch()),
  );

/** Threads that come with the page; a script fetches the others when the page is there. */
const threadsAtFirst = 15;

type Shown = SerializeFrom<typeof loader>;

const hasVisit = (data: unknown) => (data as Shown).visit !== null;
const hasTasks = ({ tasks, boxes }: Pick<Shown, "tasks" | "boxes">) => tasks.length + boxes.length > 0;

export const handle: ScreenHandle = {
  ...documentCrumbs,
  // What stands beside a visit note, who wrote what, and what is said about any text, has words and code of its own.
  needsDesk: (data) => hasVisit(data) || hasTasks(data as Shown) || (data as Shown).told !== null,
  needsThreads: (data) => hasThreads((data as Shown).said),
  parts: (data) => {
    const { matrix, relations, told, said } = data as Shown;
    return [
      ...(told ? [ToldText] : []),
      ...(hasThreads(said) ? [RemarksOfReading] : []),
      ...(hasVisit(data) ? [Visit] : []),
      ...(hasTasks(data as Shown) ? [Tasks] : []),
      ...(matrix.elements.length > 0 ? [OthersAndElements] : []),
      ...(hasOthers(relations) ? [OtherTexts] : []),
    ];
  },
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param, url, request }) => {
  const id = param("document");
  const wanted = url.searchParams.get("text") === "working" ? ("working" as const) : undefined;
  const filter = threadFilterIn(url.searchParams);
  const { revision, ...document } = await readDocument(member, id, wanted);
  const { text, rendered } = document;
  const said = await listThreads(member, id, filter, {
    ...{ text, outline: rendered.outline },
    first: filter.every ? undefined : threadsAtFirst,
  });
  const title = pageTitle(member.language, document.title, member.network.name);
  const elements = document.facts.kind === "good-practice" ? document.facts.elements : [];
  const matrix = await elementMatrix(member, id, elements, document.partnershipId);
  const { language } = member;
  const telling = { t: translate(language), format: formatFor(language, member.timeZone), language };
  const facts = statedFacts(document.facts, document.names, telling);
  // A page of its own is before its reader's eyes; what a script fetches may be fetched beforehand, or once more.
  const isSeen = request.headers.get("Accept")?.includes("text/html") ?? false;
  const isTold = url.searchParams.has(whoWroteWhat) && document.text === "working";
  const tasks = kindsWithTasks.includes(document.kind) ? await tasksOfText(member, id, document.text) : [];
  const [told, visit, relations, since, boxes] = await Promise.all([
    isTold ? readAuthorship(member, id) : null,
    document.kind === "visit-note" ? readVisit(member, id, document.text) : null,
    relationsOf(member, id),
    sinceRead(member, { id, text: document.text, revision, isSeen }),
    document.mayWrite && document.text === "working" ? boxesWithoutTask(member, id, tasks) : [],
  ]);
  const { outline, html, tooSlow } = rendered;
  return {
    title,
    document: { ...document, rendered: { outline, tooSlow } },
    // Where who wrote what is shown, the text is in there.
    // A box stands for a task only where both were read of the same revision.
    text: pageText(
      request,
      told
        ? ""
        : withBoxes(
            html,
            tasks.filter((task) => task.revision === revision),
          ),
    ),
    tasks,
    boxes,
    contents: [
      ...outline,
      ...outlineBelow(
        { facts, matrix, visit, relations, hasTasks: tasks.length + boxes.length > 0 },
        outline,
        telling.t,
        language,
      ),
    ],
    // Where the reading view has its headings.
    told: told && { ...told, sections: shownSections(told.sections, "h-") },
    facts,
    matrix,
    visit,
    relations,
    since,
    said,
    filter,
    wanted,
    mayAddressExperts: readsExpertRemarks(member, document.partnershipId),
    newCommentId: newId(),
    newStatementId: newId(),
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  return {
    ...remarkIntents(member, id),
    ...visitIntents(member, id),
    follow: on(FollowOriginal, (order) => followOriginal(member, id, order)),
  };
});

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function ReadDocument() {
  const t = useT("documents", "comments");
  const data = useLoaderData<typeof loader>();
  const { document, text, contents, told, facts, matrix, visit, relations, since, said } = data;
  const { newCommentId, newStatementId, filter } = data;
  const { network = "" } = useParams();
  const place = useMemo(() => placeOf(data, network), [data, network]);
  useNoteRead(network, document);
  const navigate = useNavigate();
  useShortcuts(
    [
      ...(document.mayWrite ? [{ keys: "e", run: () => navigate("edit") }] : []),
      { keys: "c", run: beginRemark },
    ],
    useReader().person?.hasShortcuts ?? false,
  );
  return (
    <>
      <DocumentPresence network={network} document={document.id} />
      <ReadingLayout
        header={
          <>
            <PostedRefusal mayComment={document.mayComment} />
            <DoneNotice city={document.city} />
            <LinkedNone filter={filter} threads={said.threads} />
            <PageHeader
              size="document"
              title={document.title}
              titleLang={document.language}
              facts={<DocumentFacts document={document} />}
              actions={<DocumentActions document={document} isTold={told !== null} />}
            />
            <SinceRead since={since} />
            <FactsAbove facts={facts.facts} lang={document.language} />
          </>
        }
        contents={{
          label: t("read.contents"),
          entries: contents.map((entry) => {
            const count = said.sections[entry.id] ?? 0;
            return count === 0
              ? entry
              : { ...entry, mark: { short: String(count), long: t("comments:open", { count }) } };
          }),
          lang: document.language,
        }}
        rail={{
          title: t("comments:title"),
          buttonLabel:
            said.remarks === 0 ? t("comments:title") : t("comments:count", { count: said.remarks }),
          content: (
            <Comments
              {...said}
              textMark={text.mark}
              outline={document.rendered.outline}
              filter={filter}
              place={place}
              newCommentId={newCommentId}
            />
          ),
        }}
      >
        {document.rendered.tooSlow ? <Notice tone="soon">{t("read.tooSlow")}</Notice> : null}
        {told ? (
          <ToldText {...told} />
        ) : text.mark === "" ? (
          <p className="text-quiet">{t("read.emptyText")}</p>
        ) : (
          <ShownText text={text} data-read-text="" lang={document.language} />
        )}
        {hasTasks(data) ? (
          <Tasks
            {...{ tasks: data.tasks, others: data.boxes, textMark: text.mark, document: document.id }}
            home={`/networks/${network}`}
            lang={document.language}
          />
        ) : null}
        <FactsBelow {...facts} lang={document.language} />
        {matrix.elements.length > 0 ? (
          <OthersAndElements matrix={matrix} language={document.language} />
        ) : null}
        {visit ? (
          <Visit key={document.text} visit={visit} document={document} newStatementId={newStatementId} />
        ) : null}
        {hasOthers(relations) ? <OtherTexts relations={relations} /> : null}
      </ReadingLayout>
    </>
  );
}

function placeOf({ document, wanted, mayAddressExperts }: Shown, network = ""): ThreadPlace {
  const { id, text, mayComment } = document;
  const address = `/networks/${network}/documents/${id}`;
  return { documentId: id, address, madeOn: text, text: wanted, mayComment, mayAddressExperts };
}

/** Also where the form is folded away. */
function beginRemark(): void {
  const folded = document.querySelector<HTMLDetailsElement>("details.on-whole");
  if (folded) folded.open = true;
  document.querySelector<HTMLElement>("#new-comment")?.focus();
}

export { PageErrorBoundary as ErrorBoundary };
