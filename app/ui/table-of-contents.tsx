// The headings of a text as links; where a script runs, the one being read is marked.
import { useEffect, useState } from "react";

export interface ContentsEntry {
  id: string;
  /** The level in the HTML, 1 to 6. */
  level: number;
  text: string;
  /** Where it is in another language than the text, as headings of the interface are. */
  lang?: string;
  /** A figure beside it, as how many remarks stand there, and the same in words. */
  mark?: { short: string; long: string };
}

export interface TableOfContentsProps {
  label: string;
  entries: readonly ContentsEntry[];
  /** The language of the text, where it is another than the page's. */
  lang?: string;
}

/** Shows three levels from the highest one on; nothing for a text without headings. */
export function TableOfContents({ label, entries, lang }: TableOfContentsProps) {
  const top = Math.min(...entries.map((entry) => entry.level));
  const shown = entries.filter((entry) => entry.level < top + 3);
  const current = useHeadingInView(shown);
  if (shown.length === 0) return null;
  return (
    <nav aria-label={label} className="contents" lang={lang}>
      <ol>
        {shown.map((entry) => (
          <li key={entry.id} data-depth={entry.level - top + 1}>
            <a
              href={`#${entry.id}`}
              lang={entry.lang}
              aria-current={entry.id === current ? "location" : undefined}
            >
              {entry.text}
              {entry.mark ? (
                <>
                  <span className="contents-mark" aria-hidden="true">
                    {entry.mark.short}
                  </span>
                  <span className="hidden-words">, {entry.mark.long}</span>
                </>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The id of the last heading above the upper third of the window; at the end of the page, of the last one of all. */
function useHeadingInView(entries: readonly ContentsEntry[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const ids = entries.map((entry) => entry.id).join(" ");
  useEffect(() => {
    const headings = ids.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    const find = () => {
      const { scrollHeight } = document.documentElement;
      const isAtEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2;
      const line = isAtEnd ? window.innerHeight : window.innerHeight / 3;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
      setCurrent(passed.at(-1)?.id ?? null);
    };
    // Fires only when a heading crosses the line, so that scrolling itself costs nothing. All that is above the line counts as seen:
    // a leap over several headings is noticed, too.
    const observer = new IntersectionObserver(find, { rootMargin: "1000000px 0px -66% 0px" });
    for (const heading of headings) observer.observe(heading);
    document.addEventListener("scrollend", find, { passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener("scrollend", find);
    };
  }, [ids]);
  return current;
}
