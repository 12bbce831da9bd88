// The threads on a document, live: narrowed by the page's address; those about a passage in line with it, and where a link led to one,
// brought before the reader's eyes.
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { ThreadView } from "~/domain/comments/comment";
import type { ThreadFilter } from "~/domain/comments/thread-filter";
import type { Threads } from "~/domain/comments/threads.server";
import { useT } from "~/i18n/use-t";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { useReader } from "../use-reader";
import { BesideText, type PickedBeside } from "./beside/beside-text";
import type { ShownPassages } from "./beside/shown-passages";
import { EveryLink } from "./every-link";
import { Thread } from "./thread";
import { ThreadFilterBar } from "./thread-filter-bar";
import type { ThreadPlace } from "./thread-place";
import { useFocusAfterSending } from "./use-focus-after-sending";
import { useMarkedRemark } from "./use-marked-remark";
import { useNewRemarks } from "./use-new-remarks";
import { isKeptHere } from "./kept-here";
import { useThreadKeys } from "./use-thread-keys";

export interface ThreadListProps extends Pick<Threads, "threads" | "counts" | "choices" | "sections"> {
  filter: ThreadFilter;
  place: ThreadPlace;
  /** The headings of the text, in reading order. */
  outline: ReadonlyArray<{ id: string; text: string }>;
}

interface BesideProps {
  /** How many there are with those that are still on their way. */
  total?: number;
  /** Where the passages are in the text beside the list; null: there is none. */
  shown: ShownPassages | null;
  picked?: PickedBeside | null;
}

/** So many are shown until somebody asks for all. */
const atFirst = 50;

/**
 * Stands in a `.comments`, with the form for a remark on the whole text behind it as a `.comment-form`: whoever types there is not to lose
 * it when the first remark on a passage comes.
 */
export function ThreadList(props: ThreadListProps & BesideProps) {
  const { threads, counts, choices, sections, filter, place, outline, shown, picked } = props;
  const total = props.total ?? threads.length;
  const t = useT("threads");
  const { placed, gone, whole } = useMemo(() => parted(threads), [threads]);
  const [current, setCurrent] = useState<string | null>(null);
  const choose = useCallback(
    (id: string | null) => {
      setCurrent(id);
      shown?.setCurrent(id);
    },
    [shown],
  );
  const show = useCallback(
    (id: string | null) => {
      choose(id);
      if (id !== null) shown?.reveal(id);
    },
    [choose, shown],
  );
  // What is said anew is shown by new marks.
  useEffect(() => shown?.setCurrent(current), [shown, current]);
  useMarkedRemark(filter.remark, placed, show);
  useNewRemarks(threads);
  const ids = useMemo(() => [...placed, ...gone, ...whole].map(({ id }) => id), [placed, gone, whole]);
  useThreadKeys(ids, (id) => show(placed.some((thread) => thread.id === id) ? id : null));
  useFocusAfterSending(ids, shown?.takesFocus ?? true);
  const isNarrowed = filter.show !== "open" || Boolean(filter.personId ?? filter.city ?? filter.section);
  const hasBeside = placed.length > 0 || Boolean(picked);
  const shownWhole = filter.every ? whole : whole.slice(0, atFirst);
  const onWhole = (
    <>
      {shownWhole.map((thread) => (
        <Thread key={thread.id} thread={thread} place={place} marked={filter.remark} />
      ))}
      {shownWhole.length < whole.length ? <EveryLink {...{ filter, place, total }} /> : null}
    </>
  );
  return (
    <>
      <div className="grid gap-5">
        {counts.all > 0 ? (
          <ThreadFilterBar {...{ counts, choices, sections, outline, filter, place }} />
        ) : null}
        {threads.length === 0 && counts.all > 0 ? (
          <p className="text-quiet">{isNarrowed ? t("none") : t("noneOpen")}</p>
        ) : null}
      </div>
      {gone.length > 0 ? (
        <FoldedThreads label={t("gone")} threads={gone} marked={filter.remark}>
          {gone.map((thread) => (
            <Thread key={thread.id} thread={thread} place={place} marked={filter.remark} />
          ))}
        </FoldedThreads>
      ) : null}
      {hasBeside ? (
        <FoldedThreads label={t("onAll")} threads={whole} marked={filter.remark} className="on-whole">
          {onWhole}
        </FoldedThreads>
      ) : (
        <div className="mt-5 grid gap-5 empty:hidden">{onWhole}</div>
      )}
      {hasBeside ? (
        <BesideText
          threads={placed}
          isEvery={filter.every ?? false}
          total={total}
          {...{ place, current, shown, picked, filter }}
          onShow={show}
          onPressed={choose}
        />
      ) : null}
    </>
  );
}

interface FoldedThreadsProps {
  label: string;
  threads: readonly ThreadView[];
  marked?: string;
  className?: string;
  children: ReactNode;
}

/** Folded away, so that what is said about passages stands where these are; open where a link leads into it. */
function FoldedThreads({ label, threads, marked, className, children }: FoldedThreadsProps) {
  const leadsHere = threads.some(({ id, answers }) =>
    [id, ...answers.map((one) => one.id)].includes(marked ?? ""),
  );
  // As in the counts, what only a trace is left of is there, and not counted.
  const count = threads.filter(
    ({ deletedAt, answers }) => !deletedAt || answers.some((one) => !one.deletedAt),
  ).length;
  const [isOpen, setOpen] = useState(leadsHere);
  const { person } = useReader();
  useEffect(() => {
    // What was begun in it is not folded away from whoever writes it, as when its thread has just come here.
    if (leadsHere || threads.some(({ id }) => isKeptHere(person?.id, "reply", id))) setOpen(true);
  }, [leadsHere, marked, threads, person?.id]);
  return (
    <details
      className={classNames("fold mt-4", className)}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <Icon name="chevron-right" size={16} />
        {label}
        {count > 0 ? <span className="font-normal text-quiet">{count}</span> : null}
      </summary>
      <div className="mt-4 grid gap-5">{children}</div>
    </details>
  );
}

interface Parted {
  /** About a passage that stands in the text. */
  placed: ThreadView[];
  /** About one that is not in it, or cannot be told. */
  gone: ThreadView[];
  whole: ThreadView[];
}

function parted(threads: readonly ThreadView[]): Parted {
  const stands = ({ passage }: ThreadView) => passage?.stands != null && passage.stands.kind !== "gone";
  return {
    placed: threads.filter(stands),
    gone: threads.filter(({ passage }) => passage?.stands?.kind === "gone"),
    // And what is about a passage, where nobody can say now where that is.
    whole: threads.filter(({ passage }) => !passage?.stands),
  };
}
