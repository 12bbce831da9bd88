/** Reads `xss.txt`: hostile inputs for the dialect, and for every title, name and comment of the running app. */
import { readFileSync } from "node:fs";

export interface HostileCase {
  /** The class it belongs to, such as "Schemes". */
  group: string;
  title: string;
  input: string;
}

function written(input: string): string {
  return input
    .replace(/\{U\+([0-9A-F]{4,5})\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\{repeat (\d+)\}([\s\S]*?)\{\/repeat\}/g, (_, times: string, text: string) =>
      text.repeat(Number(times)),
    );
}

/** All cases in the order of the file. Throws when the file is not what its first lines say it is. */
export function hostileCases(): HostileCase[] {
  const cases: HostileCase[] = [];
  let group = "";
  let title = "";
  let input: string[] | undefined;
  for (const line of readFileSync(new URL("./xss.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "." && input) {
      cases.push({ group, title, input: written(input.join("\n")) });
      [input, title] = [undefined, ""];
    } else if (line === ".") {
      if (!title || !group)
        throw new Error(`xss.txt: a case without title or class after "${cases.at(-1)?.title}"`);
      input = [];
    } else if (input) input.push(line);
    else if (line.startsWith("## ")) group = line.slice(3);
    else if (line) title = line;
  }
  if (input) throw new Error(`xss.txt: "${title}" has no end`);
  return cases;
}
