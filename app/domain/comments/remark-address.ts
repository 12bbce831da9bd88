// Where a remark is found: its document's page, told which one is meant, so that it shows also where it is resolved.

/** Under the address of its document's page. */
export function remarkAddress(document: string, id: string, text?: "working" | "published"): string {
  const search = new URLSearchParams({ ...(text === "working" && { text }), remark: id });
  return `${document}?${search.toString()}#comment-${id}`;
}
