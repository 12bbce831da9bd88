// Names of files as they are shown: nothing in them deceives a reader, a page or a disk.
import { expect, test } from "vitest";
import { fileNameLimit, nameBeside, safeName, withEnding } from "~/domain/files/file-name";

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\photos\\Alytus.jpg", "Alytus.jpg"],
  ["", "file"],
  ["...", "file"],
  [" . ", "file"],
  ["two\nlines\u0000.txt", "twolines.txt"],
  ["photo\u202Egnp.exe", "photognp.exe"],
  ["no\u200Bwidth\uFEFF.pdf", "nowidth.pdf"],
  ['a<b>:"c"|?*.txt', "a-b---c----.txt"],
  ["  much   space .pdf ", "much space .pdf"],
  ["Žešuvas – turgus.jpeg", "Žešuvas – turgus.jpeg"],
  ["Zˇ".normalize("NFC"), "Zˇ"],
  [".htaccess", "htaccess"],
  ["\ud800broken.png", "broken.png"],
])("%j is shown as %j", (given, shown) => {
  expect(safeName(given)).toBe(shown);
});

test("of a thousand characters the beginning and the ending stay", () => {
  const name = safeName(`${"plan ".repeat(200)}.pdf`);
  expect([...name]).toHaveLength(fileNameLimit);
  expect(name).toMatch(/^plan plan .*….*\.pdf$/u);
  expect([...safeName("𝒜".repeat(1_000))]).toHaveLength(fileNameLimit);
});

test("a picture is called by what it became", () => {
  expect(withEnding("a.heic.JPG", "jpg", ["jpeg"])).toBe("a.heic.JPG");
  expect(withEnding("a.jpeg", "jpg", ["jpeg"])).toBe("a.jpeg");
  expect(withEnding("a.png", "jpg", ["jpeg"])).toBe("a.jpg");
  expect(withEnding("a.html", "png")).toBe("a.html.png");
  expect(withEnding("square 3.5 m", "png")).toBe("square 3.5 m.png");
});

test("names that differ by capitals alone are the same to a disk", () => {
  expect(nameBeside("Plan.pdf", ["plan.PDF", "plan (2).pdf"])).toBe("Plan (3).pdf");
  expect(nameBeside("Plan.pdf", ["other.pdf"])).toBe("Plan.pdf");
  const long = `${"x".repeat(fileNameLimit - 4)}.pdf`;
  expect([...nameBeside(long, [long])]).toHaveLength(fileNameLimit);
});
