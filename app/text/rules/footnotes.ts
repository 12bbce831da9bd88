/** Footnotes: `[^1]` in the text and `[^1]: …` on a line of its own, gathered at the end with links both ways. */
import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { isAsWritten, settingsOf } from "~/text/settings";

interface Note {
  label: string;
  tokens: Token[];
  number: number;
  references: number;
}

/** A place beyond these stays as it was typed; a note with many references links back to the first few only. */
const mostReferences = 1_000;
const mostBackLinks = 5;

const defined = new WeakMap<Env, Set<string>>();
const definitionStart = /^\[\^([^\s[\]^]{1,60})\]:/;
const referenceStart = /^\[\^([^\s[\]^]{1,60})\]/;

/**
 * A definition stands at the outermost level, where it ends whatever came before it, also a list or a quotation that a
 * line could else continue; what is indented by four spaces below it belongs to it.
 */
function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = state.sCount[startLine] ?? 0;
  if (indent - state.blkIndent >= 4) return false;
  if (state.level > 0 && (!silent || indent >= state.blkIndent)) return false;
  const lineStart = state.bMarks[startLine] ?? 0;
  const shift = state.tShift[startLine] ?? 0;
  const start = lineStart + shift;
  const [marker, label] = definitionStart.exec(state.src.slice(start, start + 70)) ?? [];
  if (marker === undefined || label === undefined) return false;
  if (silent) return true;

  const labels = defined.get(state.env) ?? new Set();
  defined.set(state.env, labels.add(label));
  const textStart = start + marker.length;
  const parentType = state.parentType;
  state.push("footnote_open", "", 1).meta = { label };
  state.bMarks[startLine] = textStart;
  state.tShift[startLine] = state.skipSpaces(textStart) - textStart;
  state.blkIndent += 4;
  state.sCount[startLine] = state.blkIndent;
  state.parentType = "footnote";
  state.md.block.tokenize(state, startLine, endLine);
  state.parentType = parentType;
  state.blkIndent -= 4;
  state.sCount[startLine] = indent;
  state.tShift[startLine] = shift;
  state.bMarks[startLine] = lineStart;
  state.push("footnote_close", "", -1);
  return true;
}

function reference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  const labels = defined.get(state.env);
  const text = state.src.slice(state.pos, Math.min(state.pos + 70, state.posMax));
  const [marker, label] = (labels && referenceStart.exec(text)) ?? [];
  if (marker === undefined || label === undefined || !labels?.has(label)) return false;
  if (!silent) {
    const token = state.push("footnote_reference", "", 0);
    token.content = marker;
    token.meta = { label };
  }
  state.pos += marker.length;
  return true;
}

/** Numbers the notes in the order in which they are cited; one that nobody cites follows them rather than vanish. */
function gather(state: StateCore): void {
  if (!defined.has(state.env) || isAsWritten(state.env)) return;
  const main: Token[] = [];
  const notes: Note[] = [];
  let target = main;
  for (const token of state.tokens) {
    if (token.type === "footnote_open") {
      const note = { label: String(token.meta?.label), tokens: [], number: 0, references: 0 };
      notes.push(note);
      target = note.tokens;
    } else if (token.type === "footnote_close") target = main;
    else target.push(token);
  }

  const byLabel = new Map([...notes].reverse().map((note) => [note.label, note]));
  const ordered: Note[] = [];
  const admit = (note: Note) => (note.number ||= ordered.push(note));
  let references = 0;
  const cite = (tokens: Token[]) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const note = token.type === "footnote_reference" && byLabel.get(String(token.meta?.label));
      if (!note) continue;
      if (++references > mostReferences) token.type = "text";
      else token.meta = { number: admit(note), place: ++note.references };
    }
  };
  // A note's own references are counted once, however late something first cites it.
  let counted = 0;
  const citeAdmitted = () => {
    for (let note = ordered[counted]; note; note = ordered[++counted]) cite(note.tokens);
  };
  cite(main);
  citeAdmitted();
  for (const note of notes) {
    admit(note);
    citeAdmitted();
  }
  for (const note of ordered) linkBack(state, note);

  main.push(new state.Token("footnotes_open", "", 1));
  for (const note of ordered) {
    const open = new state.Token("footnote_item_open", "", 1);
    open.meta = { number: note.number };
    main.push(open);
    for (const token of note.tokens) main.push(token);
    main.push(new state.Token("footnote_item_close", "", -1));
  }
  main.push(new state.Token("footnotes_close", "", -1));
  state.tokens = main;
}

function linkBack(state: StateCore, note: Note): void {
  if (note.references === 0) return;
  const end = note.tokens.at(-1);
  // A hidden paragraph holds a picture, which nothing stands beside.
  let last = end?.type === "paragraph_close" && !end.hidden ? note.tokens.at(-2) : undefined;
  if (!last) {
    last = new state.Token("inline", "", 0);
    last.children = [];
    note.tokens.push(
      new state.Token("paragraph_open", "p", 1),
      last,
      new state.Token("paragraph_close", "p", -1),
    );
  }
  for (let place = 1; place <= Math.min(note.references, mostBackLinks); place++) {
    const back = new state.Token("footnote_back", "", 0);
    back.meta = { number: note.number, place };
    last.children?.push(back);
  }
}

/** `1` for the first place that cites note 1, `1-2` for the second. */
function placeOf({ meta }: Token): string {
  return meta?.place === 1 ? `${meta.number}` : `${meta?.number}-${meta?.place}`;
}

export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before("reference", "footnote_definition", definition, {
    alt: ["paragraph", "reference", "blockquote"],
  });
  md.inline.ruler.before("link", "footnote_reference", reference);
  md.core.ruler.push("footnotes", gather);

  const rules = md.renderer.rules;
  const escape = md.utils.escapeHtml;
  rules.footnote_reference = (tokens, index, _options, env) => {
    const token = tokens[index];
    const { idPrefix, footnoteLabel } = settingsOf(env);
    if (!token) return "";
    return `<sup class="footnote-reference"><a href="#${idPrefix}fn-${token.meta?.number}" id="${idPrefix}fnref-${placeOf(token)}" aria-label="${escape(footnoteLabel)} ${token.meta?.number}">[${token.meta?.number}]</a></sup>`;
  };
  rules.footnote_back = (tokens, index, _options, env) => {
    const token = tokens[index];
    const { idPrefix, backLabel } = settingsOf(env);
    if (!token) return "";
    return ` <a href="#${idPrefix}fnref-${placeOf(token)}" class="footnote-back" aria-label="${escape(backLabel)} ${placeOf(token)}">\u21a9\ufe0e</a>`;
  };
  rules.footnotes_open = (_tokens, _index, _options, env) =>
    `<div class="footnotes" role="group" aria-label="${escape(settingsOf(env).footnotesLabel)}">\n<ol>\n`;
  rules.footnotes_close = () => "</ol>\n</div>\n";
  rules.footnote_item_open = (tokens, index, _options, env) =>
    `<li id="${settingsOf(env).idPrefix}fn-${tokens[index]?.meta?.number}">\n`;
  rules.footnote_item_close = () => "</li>\n";
}
