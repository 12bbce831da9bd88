// What of a clipboard, or of what was dropped, is files for the text.

/** A file somebody wants in the text. A folder is found too, so that it can be said that it is none. */
export interface Found {
  file: File;
  isFolder: boolean;
}

/** The files, in their order; none where the clipboard says more in words, as Word does, which lays a picture of them beside them. */
export function foundIn(data: DataTransfer): Found[] {
  if (data.files.length === 0 || hasWords(data.getData("text/html"))) return [];
  const folders = new Set(
    [...data.items]
      .filter(({ kind }) => kind === "file")
      .flatMap((item, index) => (item.webkitGetAsEntry?.()?.isDirectory ? [index] : [])),
  );
  return [...data.files].map((file, index) => ({ file, isFolder: folders.has(index) }));
}

/** Whether there is anything to read in it beside pictures. It is only looked at: nothing in it is fetched. */
function hasWords(html: string): boolean {
  if (html === "") return false;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const silent of body.querySelectorAll("style, script, title, meta")) silent.remove();
  return /[^\s\u00a0\u200b\ufeff]/.test(body.textContent ?? "");
}
