// Whether a screen failed because the server was not reached, as told from a fault of ours: both arrive as the same kind of error.

/** What browsers say of a request, or of a screen's code, that did not come through. */
const notComeThrough = /fetch|network|load failed|importing a module|connection|input stream/i;

/** Whether the line was lost: then loading again when connected helps, and there is nothing to look up in the log. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && notComeThrough.test(error.message);
}
