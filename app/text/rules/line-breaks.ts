/** What the end of a line means: a space in a document, a line break where the caller says so. */
import type { MarkdownIt } from "markdown-it";
import { settingsOf } from "~/text/settings";

export function lineBreaks(md: MarkdownIt): void {
  md.renderer.rules.softbreak = (_tokens, _index, _options, env) =>
    settingsOf(env).lineBreaks ? "<br>\n" : "\n";
}
