// How pictures and files stand in Markdown: a picture's address says its size, so that a page keeps its place without asking anybody.

const id = "[0-9a-hjkmnp-tv-z]{20}";
const whole = new RegExp(`^/files/(${id})(?:/([1-9]\\d{0,4})x([1-9]\\d{0,4}))?$`);
const anywhere = new RegExp(`/files/(${id})(?![0-9a-z])`, "gu");
const picture = new RegExp(
  `!\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(/files/(${id})/[1-9]\\d{0,4}x[1-9]\\d{0,4}(?:[ \\t]+"((?:\\\\.|[^"\\\\])*)")?[ \\t]*\\)`,
  "gu",
);

/** In pixels, the size of the largest picture that is kept. */
export interface PictureSize {
  width: number;
  height: number;
}

/** In pixels: a picture is kept as it is and, where it is wider, in each of these widths. */
export const pictureWidths = [480, 960, 1600] as const;

/** The address of a file: with its size that of a picture to be shown, without one that of what is taken along. */
export function fileAddress(fileId: string, size?: PictureSize): string {
  return size ? `/files/${fileId}/${size.width}x${size.height}` : `/files/${fileId}`;
}

/** The same picture, in the smallest of its sizes that is at least so wide. */
export function narrowAddress(fileId: string, size: PictureSize, width: number): string {
  return `${fileAddress(fileId, size)}?w=${width}`;
}

/** What an address leads to, where that is a file of this house. */
export function fileInAddress(href: string): { id: string; size?: PictureSize } | undefined {
  const [, fileId, width, height] = whole.exec(href) ?? [];
  if (fileId === undefined) return undefined;
  if (width === undefined || height === undefined) return { id: fileId };
  return { id: fileId, size: { width: Number(width), height: Number(height) } };
}

/** The ids of all files that a text names, each once. Rather one too many (in code) than one too few. */
export function filesNamedIn(text: string): string[] {
  return [...new Set([...text.matchAll(anywhere)].map(([, fileId = ""]) => fileId))];
}

/** What a text says of its pictures, by id: where one stands twice, the first that says anything. */
export function picturesIn(text: string): Map<string, { altText: string; caption: string }> {
  const found = new Map<string, { altText: string; caption: string }>();
  for (const [, alt = "", fileId = "", title = ""] of text.matchAll(picture)) {
    const before = found.get(fileId);
    found.set(fileId, {
      altText: before?.altText || plain(alt),
      caption: before?.caption || plain(title),
    });
  }
  return found;
}

/** The text with other files in the place of these, wherever they stand: shown where they were shown, else to be taken along. */
export function withOtherFiles(
  text: string,
  others: ReadonlyMap<string, { id: string; size?: PictureSize }>,
): string {
  const address = new RegExp(`/files/(${id})(/[1-9]\\d{0,4}x[1-9]\\d{0,4})?(?![0-9a-z])`, "gu");
  return text.replace(address, (found: string, fileId: string, size?: string) => {
    const other = others.get(fileId);
    return other ? fileAddress(other.id, size === undefined ? undefined : other.size) : found;
  });
}

function plain(escaped: string): string {
  return escaped.replace(/\\([!-/:-@[-`{-~])/gu, "$1").trim();
}
