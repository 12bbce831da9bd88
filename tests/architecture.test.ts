// The rules of the house, as data: who may import whom, and where each pillar lives.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const app = join(root, "app");

/** Rooms, and the rooms they may import; a room may always import itself. */
const mayImport: Record<string, string[]> = {
  platform: [],
  text: [],
  i18n: [],
  domain: ["platform", "text", "i18n", "demo-data"],
  exchange: ["domain", "text", "i18n", "platform"],
  ui: ["domain", "text", "i18n", "realtime"],
  editor: ["domain", "text", "i18n", "realtime", "ui"],
  http: ["domain", "exchange", "i18n", "platform"],
  realtime: ["domain", "exchange", "i18n", "platform"],
  routes: ["domain", "exchange", "text", "i18n", "platform", "http", "realtime", "ui", "editor"],
};

/** Inside the domain each room may import only those before it. */
const domainOrder = [
  "refusal",
  "merging",
  "access",
  "activity",
  "accounts",
  "networks",
  "documents",
  "files",
  "comments",
  "plans",
  "deliverables",
  "visits",
  "tasks",
  "handovers",
  "notifications",
  "week",
  // Of all that has a day.
  "calendar",
  "search",
  "demo",
];

/** Packages, and the only places that may import them. */
const pillars: Array<{ package: RegExp; home: RegExp }> = [
  { package: /^(@prisma\/|better-sqlite3$)/, home: /^app\/platform\// },
  // They meet what anybody may send: in a process of their own.
  { package: /^(sharp|file-type)/, home: /^app\/domain\/files\/judging-process\.ts/ },
  { package: /^tar-stream/, home: /^app\/platform\/backup\// },
  { package: /^socket\.io/, home: /^app\/realtime\// },
  { package: /^markdown-it/, home: /^app\/text\// },
  {
    // One file of the dialect's room turns documents into the shared form and back, so that server, editor and exports do it alike.
    package: /^(yjs|y-protocols|@tiptap\/y-tiptap)/,
    home: /^app\/(domain\/documents|domain\/comments\/anchor|realtime|editor|text\/shared-(document|difference)\.ts)/,
  },
  { package: /^@tiptap\/(?!pm\/model|y-tiptap)/, home: /^app\/editor/ },
  { package: /^@remix-run\//, home: /^app\/(http|realtime|routes|ui|root\.tsx|entry\.|i18n\/.*\.tsx)/ },
  // What it keeps to itself of scrolling, and nothing else: screens know the router as Remix hands it out.
  { package: /^react-router/, home: /^app\/ui\/kept-scroll/ },
  { package: /^ical-generator/, home: /^app\/exchange\/ics/ },
  { package: /^(express|sirv)$/, home: /^app\/http\// },
  { package: /^better-auth/, home: /^app\/domain\/(accounts|demo)\// },
];

const browserRooms = /^app\/(ui|editor|text|i18n\/(?!.*\.server))|^app\/realtime\/(?!.*\.server)|\.tsx$/;

interface Import {
  from: string;
  /** A file of ours relative to the root, or a package. */
  to: string;
  isOurs: boolean;
  isTypeOnly: boolean;
}

const imports = filesIn(app).flatMap(importsOf);

test("every room imports only the rooms it may", () => {
  const wrong = ours().filter(({ from, to }) => {
    const here = roomOf(from);
    const there = roomOf(to);
    if (here === undefined || here === there || there === undefined)
      return there === undefined && here !== undefined && !to.includes("catalogues");
    return !(mayImport[here] ?? []).includes(there);
  });
  expect(wrong.map(line)).toEqual([]);
});

test("inside the domain each room imports only those before it", () => {
  const place = (file: string) => domainOrder.indexOf(/^app\/domain\/([a-z-]+)/.exec(file)?.[1] ?? "");
  const inside = ours().filter(({ from, to }) => roomOf(from) === "domain" && roomOf(to) === "domain");
  expect(inside.filter(({ from }) => place(from) < 0).map(line)).toEqual([]);
  expect(inside.filter(({ from, to }) => place(to) > place(from)).map(line)).toEqual([]);
});

test("each pillar has one home", () => {
  const wrong = imports
    .filter(({ isOurs }) => !isOurs)
    .filter(({ from, to }) => pillars.some((pillar) => pillar.package.test(to) && !pillar.home.test(from)));
  expect(wrong.map(line)).toEqual([]);
});

test("the database is asked only by use-cases and the ground", () => {
  const wrong = ours().filter(
    ({ from, to }) =>
      /^app\/platform\/(db\.server|generated)/.test(to) &&
      !/^app\/domain\/.*\.server\.ts$/.test(from) &&
      !/^app\/platform\//.test(from),
  );
  expect(wrong.map(line)).toEqual([]);
});

test("nobody imports a screen", () => {
  const wrong = ours().filter(
    ({ from, to }) =>
      roomOf(to) === "routes" && !(roomOf(from) === "routes" && dirname(from) === dirname(to)),
  );
  expect(wrong.map(line)).toEqual([]);
});

test("nothing made for the browser imports a server file, but a screen's own loader", () => {
  const wrong = ours().filter(
    ({ from, to, isTypeOnly }) =>
      /\.server(\.tsx?)?$/.test(to.replace(/\.tsx?$/, "")) &&
      browserRooms.test(from) &&
      !isTypeOnly &&
      !/^app\/routes\/[^/]+\/route\.tsx?$|^app\/(root|entry\.server)\.tsx$/.test(from),
  );
  expect(wrong.map(line)).toEqual([]);
});

test("roles are compared only in the access room", () => {
  const wrong = filesIn(app).filter(
    (file) =>
      !file.includes("/domain/access/") &&
      /\brole\s*(===|!==)\s*["'](?!lead-partner["'] \? 0)/.test(readFileSync(file, "utf8")),
  );
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

test("no file is a drawer", () => {
  const drawers = filesIn(app).filter((file) =>
    /(^|\/)(utils?|helpers?|misc|common|types|constants|index)(\/|\.tsx?$)/.test(relative(root, file)),
  );
  expect(drawers.map((file) => relative(root, file))).toEqual([]);
});

function ours(): Import[] {
  return imports.filter(({ isOurs }) => isOurs);
}

function roomOf(file: string): string | undefined {
  if (file.startsWith("prisma/demo/")) return "demo-data";
  return /^app\/([a-z0-9]+)\//.exec(file)?.[1];
}

function line({ from, to }: Import): string {
  return `${from} → ${to}`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/generated/"));
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) => {
    const path = specifier.startsWith("~/")
      ? join(app, specifier.slice(2))
      : specifier.startsWith(".")
        ? resolve(dirname(file), specifier)
        : undefined;
    found.push({
      from: relative(root, file),
      to: path ? relative(root, path) : specifier,
      isOurs: path !== undefined,
      isTypeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
