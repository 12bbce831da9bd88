// Remix weighs all routes of a build anew for every request, twice; with some sixty of them that is a tenth of a page's time. So each
// address is answered by a part of the build: the routes that its first and third segments leave possible.
import type { ServerBuild } from "@remix-run/node";

/** The positions that tell most: "networks" or "account", and "documents" or "people" of a network. */
const positions = [0, 2];

/**
 * From the path of a request, the part of the build with every route it can match, layouts and whatever catches the rest included. The
 * same part, as the same object, for the same segments; the whole build for addresses written in an unusual way.
 */
export function routesNear(build: ServerBuild): (path: string) => ServerBuild {
  const routes = Object.values(build.routes).flatMap((route) => (route ? [route] : []));
  const fixed = new Map(routes.map(({ id }) => [id, fixedSegments(build.routes, id)]));
  const parts = new Map<string, ServerBuild>();
  return (path) => {
    if (/%|\/\//.test(path)) return build;
    const segments = path
      .replace(/\.data$/, "")
      .toLowerCase()
      .split("/")
      .slice(1);
    const fits = (id: string) =>
      positions.every((place, at) => {
        const wanted = fixed.get(id)?.[at];
        return wanted === undefined || wanted === segments[place];
      });
    const near = routes.filter(({ id }) => fits(id));
    const key = near.map(({ id }) => id).join(" ");
    const known = parts.get(key);
    if (known) return known;
    const only = <Route>(all: Record<string, Route>) =>
      Object.fromEntries(near.flatMap(({ id }) => (all[id] ? [[id, all[id]]] : [])));
    // The browser gets the routes of all screens from a file of their own.
    const assets = { ...build.assets, routes: only(build.assets.routes) };
    const part: ServerBuild = { ...build, assets, routes: only(build.routes) };
    parts.set(key, part);
    return part;
  };
}

/** What a route demands at each of the positions; undefined where anything fits. */
function fixedSegments(routes: ServerBuild["routes"], id: string): Array<string | undefined> {
  const paths: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""])
    if (route.path) paths.unshift(route.path);
  const segments = paths.join("/").toLowerCase().split("/");
  const end = segments.indexOf("*");
  return positions.map((place) => {
    const segment = segments[place];
    const isFixed = segment !== undefined && !/^:|\?$/.test(segment) && (end === -1 || place < end);
    return isFixed && segment !== "" ? segment : undefined;
  });
}
