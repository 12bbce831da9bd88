// Keeps what a form was answered on the screen: a page that is refreshed because something happened elsewhere forgets it otherwise.
import { useState } from "react";

/** The latest answer while this screen is open. What can be shown only once, as a link, must not go with the next piece of news. */
export function useKeptAnswer<Answer>(answer: Answer | undefined): Answer | undefined {
  const [kept, setKept] = useState(answer);
  if (answer !== undefined && answer !== kept) setKept(answer);
  return answer ?? kept;
}
