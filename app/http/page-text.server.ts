// A text that a page shows comes with it once: in the page itself, and not once more in the data behind it.
import { createHash } from "node:crypto";
import type { PageText } from "~/domain/documents/page-text";

/**
 * The rendered text as a screen shows it with `<ShownText>`. For a page the HTML is there while the page is made, and kept out of the data
 * that go with it, which hold what can be counted off; what a script fetches has it. A screen that has it in its data must show it.
 */
export function pageText(request: Request, html: string): PageText {
  const isEmpty = html.trim() === "";
  const text = {
    html,
    mark: isEmpty ? "" : createHash("sha256").update(html).digest("base64url").slice(0, 22),
  };
  const isPage = request.headers.get("Accept")?.includes("text/html") ?? false;
  return isPage ? Object.defineProperty(text, "html", { enumerable: false }) : text;
}
