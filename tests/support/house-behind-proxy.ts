// A house that people reach under another address than the one it listens at, as behind a proxy.
import { createServer, type AddressInfo } from "node:net";
import { openHouse, type House } from "./house";

export interface HouseBehindProxy {
  house: House;
  /** Where people reach it: TORG_ORIGIN. */
  origin: string;
  /** Where it listens. */
  at: string;
}

/** Opens a house with this TORG_ORIGIN and, unless told otherwise, demo data; the caller plays the proxy. */
export async function openHouseBehindProxy(
  origin: string,
  environment: Record<string, string> = {},
): Promise<HouseBehindProxy> {
  const port = String(await freePort());
  const house = await openHouse({ TORG_ORIGIN: origin, PORT: port, TORG_DEMO: "on", ...environment });
  return { house, origin, at: `http://127.0.0.1:${port}` };
}

/** A port nobody listened at a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
