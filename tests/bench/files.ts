// `npm run bench:files`: taking in pictures, and what a page beside that notices; `-- --json FILE` also writes it down.
import { pictureSpeed } from "./picture-speed";
import { beginPractice } from "./practice";
import { bench } from "./run";
import { serveTorg } from "./serving";
import { signIn } from "./visitor";

await bench(async ({ pinning, newFolder, take }) => {
  const torg = await serveTorg(pinning, newFolder());
  try {
    const [writer, reader] = await Promise.all([
      signIn(torg.origin, "alytus"),
      signIn(torg.origin, "barnsley"),
    ]);
    const practice = await beginPractice(writer, "techrevolution");
    await practice.publish();
    await take("Pictures", () => pictureSpeed(writer, reader, practice));
  } finally {
    await torg.stop();
  }
  return {};
});
