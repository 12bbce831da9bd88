// Which addresses are ours: the Host a request may name, and the Origin a form or a WebSocket may come from.
import { settings } from "~/platform/settings.server";

export interface OwnAddresses {
  /** The address for links in mails and for the cookie. */
  origin: string;
  isOwnOrigin(origin: string): boolean;
  isOwnHost(host: string | undefined): boolean;
  /** The Host to go by from then on: what a proxy made of it tells nothing. */
  hostFor(host: string | undefined): string;
}

/**
 * The addresses of a server that listens on this port. With TORG_ORIGIN set that one is ours, and the Host header, which then
 * decides nothing, may be what a proxy makes it; without it only loopback names at our port are ours and any other Host is refused.
 */
export function ownAddresses(port: number): OwnAddresses {
  const { origin, host } = settings();
  if (origin) {
    const own = new URL(origin).host;
    return { origin, isOwnOrigin: (given) => given === origin, isOwnHost: () => true, hostFor: () => own };
  }
  const names = new Set(["localhost", "127.0.0.1", "[::1]", host.includes(":") ? `[${host}]` : host]);
  const hosts = new Set([...names].map((name) => `${name}:${port}`));
  if (port === 80) for (const name of names) hosts.add(name);
  const main = host.includes(":") ? `[${host}]` : host;
  return {
    origin: `http://${main}:${port}`,
    isOwnOrigin: (given) =>
      given.startsWith("http://") && hosts.has(given.slice("http://".length).toLowerCase()),
    isOwnHost: (given) => given !== undefined && hosts.has(given.toLowerCase()),
    hostFor: (given) => given ?? `${main}:${port}`,
  };
}
