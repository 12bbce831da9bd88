// The text that a screen is about, as it is read. A page brings it once: when it is woken up, the text is read off the page.
import { useRef, type HTMLAttributes } from "react";
import type { PageText } from "~/domain/documents/page-text";

const none: Required<PageText> = { html: "", mark: "" };
let onPage = none;

/** Before React takes the page over: keeps the text that it shows, as long as the page lives. */
export function keepPageText(): void {
  const shown = document.querySelector<HTMLElement>("[data-page-text]");
  if (shown) onPage = { html: shown.innerHTML, mark: shown.dataset.pageText ?? "" };
}

interface ShownTextProps extends HTMLAttributes<HTMLDivElement> {
  text: PageText;
}

/** Stays as it is until the text is another: neither its pictures nor what somebody has selected come anew. */
export function ShownText({ text, ...rest }: ShownTextProps) {
  const shown = useRef(none);
  if (shown.current === none || shown.current.mark !== text.mark)
    shown.current = { html: text.html ?? (onPage.mark === text.mark ? onPage.html : ""), mark: text.mark };
  const { html, mark } = shown.current;
  return (
    <div className="reading" {...rest} data-page-text={mark} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
