// The timeline as an SVG file: with its colours and words, without links, scripts, styles, or anything that is fetched.
import { renderToStaticMarkup } from "react-dom/server";
import type { TimelineDrawing } from "./drawing";
import { ofAFile } from "./palette";
import { TimelinePicture } from "./timeline-picture";

/** Whole and valid whatever the titles hold: what XML does not know is left out. */
export async function* timelineAsFile(drawing: TimelineDrawing): AsyncGenerator<string> {
  const picture = renderToStaticMarkup(<TimelinePicture drawing={drawing} palette={ofAFile} id="timeline" />);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${picture.replace(notOfXml, "")}\n`;
}

const notOfXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
