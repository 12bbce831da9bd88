// The part of a build that an address is answered by holds every route the address can match.
import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { routesNear } from "~/http/routes-near.server";

const paths: Record<string, [parent: string | undefined, path: string | undefined]> = {
  root: [undefined, ""],
  catchAll: ["root", "*"],
  account: ["root", "account"],
  networks: ["root", "networks"],
  network: ["root", "networks/:network"],
  home: ["network", undefined],
  documents: ["network", "documents"],
  document: ["network", "documents/:document"],
  people: ["network", "people"],
  shortDocument: ["root", "documents/:document"],
};

const entries = Object.entries(paths).map(([id, [parentId, path]]) => [
  id,
  { id, parentId, path, module: {} },
]);
const build = {
  routes: Object.fromEntries(entries) as ServerBuild["routes"],
  assets: { routes: Object.fromEntries(entries) as ServerBuild["assets"]["routes"] },
} as ServerBuild;
const near = routesNear(build);
const idsNear = (path: string) => Object.keys(near(path).routes).sort();

test("a document is answered by the routes of documents, layouts and the catch-all with them", () => {
  const ids = ["catchAll", "document", "documents", "home", "network", "networks", "root"];
  expect(idsNear("/networks/x/documents/y")).toEqual(ids);
  expect(Object.keys(near("/networks/x/documents/y").assets.routes).sort()).toEqual(ids);
  expect(idsNear("/networks/x/documents.data")).toEqual(ids);
  expect(idsNear("/Networks/x/DOCUMENTS/")).toEqual(ids);
});

test("what no route names is left to those without a fixed segment there", () => {
  expect(idsNear("/networks/x/nothing/here")).toEqual(["catchAll", "home", "network", "networks", "root"]);
  expect(idsNear("/nothing")).toEqual(["catchAll", "root"]);
  expect(idsNear("/")).toEqual(["catchAll", "root"]);
});

test("the same segments give the same part, so that a handler is made once for each", () => {
  expect(near("/networks/x/documents/y")).toBe(near("/networks/z/documents"));
  expect(near("/nothing")).toBe(near("/nowhere"));
});

test("an address written in an unusual way is answered by the whole build", () => {
  expect(near("/networks/x/document%73")).toBe(build);
  expect(near("/networks//documents")).toBe(build);
});
