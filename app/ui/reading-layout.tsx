// A text to read: its contents at the left where there is room, what is said about it at the right or in a sheet.
import { useId, type ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { closes, popover, toggles } from "./popover";
import { TableOfContents, type ContentsEntry } from "./table-of-contents";

export interface ReadingLayoutProps {
  /** A PageHeader of size `document`. */
  header: ReactNode;
  contents: { label: string; entries: readonly ContentsEntry[]; lang?: string };
  /** The text, inside `.reading`. */
  children: ReactNode;
  /** What stands beside the text: `title` heads it, `buttonLabel` names the button that opens it as a sheet, as "3 comments". */
  rail?: { title: string; buttonLabel: string; content: ReactNode };
}

/** Contents are shown from two headings on. */
export function ReadingLayout({ header, contents, children, rail }: ReadingLayoutProps) {
  const t = useT("frame");
  const railId = useId();
  const hasContents = contents.entries.length > 1;
  return (
    <div className={classNames("reading-layout", hasContents && "reading-layout-with-contents")}>
      {hasContents ? (
        <div className="reading-contents-side">
          <p className="mb-2 text-small font-semibold">{contents.label}</p>
          <TableOfContents {...contents} />
        </div>
      ) : null}
      <article className="min-w-0">
        {header}
        {hasContents ? (
          <details className="fold reading-contents-top mb-6">
            <summary>
              <Icon name="chevron-right" size={16} />
              {contents.label}
            </summary>
            <div className="mt-2">
              <TableOfContents {...contents} />
            </div>
          </details>
        ) : null}
        {children}
      </article>
      {rail ? (
        <>
          <aside id={railId} aria-labelledby={`${railId}-title`} className="sheet" {...popover}>
            <div className="mb-4 flex items-center justify-between gap-2">
              <h2 id={`${railId}-title`} className="text-section">
                {rail.title}
              </h2>
              <button
                type="button"
                className="button button-bare button-icon sheet-close"
                aria-label={t("do.close")}
                {...closes(railId)}
              >
                <Icon name="close" />
              </button>
            </div>
            {rail.content}
          </aside>
          <button type="button" className="button button-plain sheet-button" {...toggles(railId)}>
            <Icon name="comment" />
            {rail.buttonLabel}
          </button>
        </>
      ) : null}
    </div>
  );
}
