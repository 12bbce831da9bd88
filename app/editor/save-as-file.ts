// Gives the person at the browser words of this page as a file.

/** Downloads them as Markdown under the title, without what no file's name may have. */
export function saveAsMarkdown(title: string, markdown: string): void {
  const name = title
    .replace(/[\s\p{C}\\/:*?"<>|]+/gu, " ")
    .trim()
    .slice(0, 100);
  const address = URL.createObjectURL(new Blob([markdown], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name || "text"}.md`;
  link.click();
  // A browser that asks where to put it has not read it yet.
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
}
