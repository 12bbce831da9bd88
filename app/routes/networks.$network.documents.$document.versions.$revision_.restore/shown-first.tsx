// What of the text stood when this page was opened: the page follows what others write, and what they wrote since then stays.
import { useState } from "react";

export function ShownFirst({ shown }: { shown: number }) {
  const [first] = useState(shown);
  return <input type="hidden" name="shown" value={first} />;
}
