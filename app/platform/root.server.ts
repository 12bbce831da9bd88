// Where the program itself lies: migrations, built workers, built pages.
import { resolve } from "node:path";

/** The folder with package.json. Every command of ours runs there; TORG_ROOT says otherwise. */
export function root(): string {
  return resolve(process.env.TORG_ROOT ?? process.cwd());
}
