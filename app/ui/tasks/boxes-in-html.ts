// The boxes of a text as its reader may use them: the browser's own are pictures of one, these are buttons of the form of this name.

/** What a box of the text has to be, by its place. */
export interface BoxShown {
  id: string;
  place: number;
  isDone: boolean;
  mayTick: boolean;
}

/** The form to which the buttons belong; it stands elsewhere on the page. */
export const tickForm = "tick-task";

/** A box as the renderer writes it, with its words: no other text can look like it, all markup of writers is shown as typed. */
const box = /<label><input type="checkbox" disabled=""(?: checked="")?>([\s\S]*?)<\/label>/gu;

/** Where the footnotes begin: they come in the order in which they are cited, wherever they were written, and their boxes are no tasks. */
const footnotes = '<div class="footnotes"';

/** The text with its tasks as they stand: what is signed says in its row alone that it was done since. */
export function withBoxes(html: string, tasks: readonly BoxShown[]): string {
  if (tasks.length === 0) return html;
  const byPlace = new Map(tasks.map((task) => [task.place, task]));
  let place = -1;
  const notes = html.indexOf(footnotes);
  const end = notes < 0 ? html.length : notes;
  const text = html.slice(0, end).replace(box, (whole: string, words: string) => {
    place += 1;
    const task = byPlace.get(place);
    if (!task) return whole;
    const { id, isDone, mayTick } = task;
    const named = `<span id="task-words-${id}">${words}</span>`;
    // Both bear the id to which rows and calendars lead.
    if (!mayTick)
      return `<input type="checkbox" disabled="" id="task-${id}" aria-labelledby="task-words-${id}"${isDone ? ' checked=""' : ""}>${named}`;
    const button = `<button ${boxAttributes(id, isDone)} aria-labelledby="task-words-${id}"></button>`;
    return `${button}${named}`;
  });
  return text + html.slice(end);
}

function boxAttributes(id: string, isDone: boolean): string {
  const becomes = isDone ? "open" : "done";
  return `type="submit" form="${tickForm}" name="task" value="${becomes}:${id}" id="task-${id}" role="checkbox" aria-checked="${isDone}" class="task-box"`;
}
